namespace MlStrategyGuard;

/// <summary>What the model predicts.</summary>
public enum LearningTask
{
    /// <summary>One of two classes.</summary>
    BinaryClassification,

    /// <summary>One of several classes.</summary>
    MulticlassClassification,

    /// <summary>Any number of labels a row.</summary>
    MultilabelClassification,

    /// <summary>A number.</summary>
    Regression,

    /// <summary>An order of items within a query.</summary>
    Ranking,
}
