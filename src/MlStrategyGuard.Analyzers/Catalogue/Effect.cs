namespace MlStrategyGuard.Analyzers.Catalogue;

/// <summary>What a member of a library does, as a catalogue names it (in lower case, words joined by hyphens).</summary>
internal enum Effect
{
    /// <summary>Reads rows. <c>path</c> names the parameter with the path, <c>query</c> that with a database's query.</summary>
    Load,

    /// <summary>Gives rows of <c>data</c>: all of them, or with the flag <c>some</c> a part; <c>shuffle</c> reorders by <c>seed</c>.
    /// A part may be limited: by <c>take</c> or <c>skip</c>, or by <c>from</c> and <c>to</c> of a <c>column</c>; the flag
    /// <c>repeated</c> says that rows may come several times, unless <c>complement</c> is true; <c>distinct</c> that it may leave repeated ones out.</summary>
    Rows,

    /// <summary>Splits <c>data</c> in two, by <c>fraction</c>, <c>key</c> and <c>seed</c>.</summary>
    Split,

    /// <summary>Splits <c>data</c> into folds, by <c>key</c> and <c>seed</c>.</summary>
    Folds,

    /// <summary>The training part of a split.</summary>
    TrainPart,

    /// <summary>The test part of a split.</summary>
    TestPart,

    /// <summary>Fits an estimator (<c>estimator</c>, else the receiver) on <c>data</c>; <c>validation</c> steers it.</summary>
    Fit,

    /// <summary>Sends <c>data</c> through a model (<c>model</c>, else the receiver).</summary>
    Transform,

    /// <summary>Measures scored <c>data</c> (of <c>model</c>, when it does the scoring); <c>label</c> is its label column.</summary>
    Evaluate,

    /// <summary>Fits <c>estimator</c> on folds of <c>data</c> and measures on the rest of them.</summary>
    CrossValidate,

    /// <summary>Gives what <c>value</c> holds.</summary>
    Same,

    /// <summary>Chains <c>next</c> behind the receiver (<c>first</c>).</summary>
    Append,

    /// <summary>Measures on <c>data</c> how much <c>model</c> needs each feature.</summary>
    Importance,

    /// <summary>Writes a file: <c>path</c>.</summary>
    Write,

    /// <summary>Gives a model that was fitted elsewhere.</summary>
    LoadModel,

    /// <summary>Starts a search whose settings follow.</summary>
    Experiment,

    /// <summary>Gives a search its <c>data</c> and <c>validation</c> data.</summary>
    Dataset,

    /// <summary>Looks for the best model on <c>data</c>, judged by <c>validation</c>.</summary>
    Search,

    /// <summary>Gives a search (<c>experiment</c>) the metric that it optimizes.</summary>
    Metric,

    /// <summary>Gives <c>model</c> another threshold.</summary>
    Threshold,

    /// <summary>Makes the library's context, with <c>seed</c>.</summary>
    Context,

    /// <summary>Makes an estimator that learns as the flag says, whatever its type tells.</summary>
    Estimator,

    /// <summary>Looks at its arguments without keeping or changing them.</summary>
    Look,

    /// <summary>Gives a search (the receiver) a limit of time or of models.</summary>
    Budget,

    /// <summary>Saves <c>model</c>.</summary>
    SaveModel,

    /// <summary>Starts a search for the best model, with <c>settings</c> or the library's own.</summary>
    SearchExperiment,

    /// <summary>Gives a search (the receiver) the <c>runner</c> of its trials, or a <c>factory</c> of it.</summary>
    TrialRunner,

    /// <summary>Puts a network (the receiver) into training mode, or into evaluation mode where <c>on</c> is false.</summary>
    TrainingMode,

    /// <summary>Puts a network (the receiver) into evaluation mode.</summary>
    EvaluationMode,

    /// <summary>Runs a network (the receiver).</summary>
    Forward,

    /// <summary>Adds the gradients of a loss (the receiver) to those that the parameters have.</summary>
    Backward,

    /// <summary>Gives the gradient of a tensor, which the caller may change.</summary>
    Gradients,

    /// <summary>Sets the gradients of an optimizer's or a network's parameters to zero.</summary>
    ClearGradients,

    /// <summary>Changes the parameters by their gradients; <c>closure</c> computes these first.</summary>
    Step,

    /// <summary>Makes an optimizer of <c>parameters</c>.</summary>
    Optimizer,

    /// <summary>Gives the parameters of a network (the receiver).</summary>
    Parameters,

    /// <summary>
    /// Switches the recording of gradients until what it gives is disposed: off with the flag <c>off</c> (unless the
    /// argument named so is false), else as <c>on</c> says.
    /// </summary>
    RecordGradients,

    /// <summary>Gives a data set that comes in two halves: the training half where <c>train</c> is true.</summary>
    Halves,

    /// <summary>Gives the batches of <c>dataset</c>.</summary>
    Batches,

    /// <summary>Starts a pass over batches (the receiver).</summary>
    Pass,

    /// <summary>Gives a network (the receiver) the weights of one that was trained elsewhere.</summary>
    LoadWeights,
}
