using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// A trainer that keeps the network and the optimizer in fields.
public sealed class Trainer
{
    private readonly nn.Module<Tensor, Tensor> _model;
    private readonly optim.Optimizer _optimizer;
    private readonly CrossEntropyLoss _loss = nn.CrossEntropyLoss();

    public Trainer(int inputs, int classes)
    {
        _model = new Classifier(inputs, classes);
        _optimizer = optim.AdamW(_model.parameters(), lr: 3e-4);
    }

    public double Fit(List<(Tensor X, Tensor Y)> train, List<(Tensor X, Tensor Y)> dev, int epochs)
    {
        var best = 0.0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            TrainEpoch(train);
            var accuracy = Evaluate(dev);
            if (accuracy > best)
            {
                best = accuracy;
                _model.save("best.dat");
            }
        }

        return best;
    }

    private void TrainEpoch(List<(Tensor X, Tensor Y)> batches)
    {
        _model.train();
        foreach (var (x, y) in batches)
        {
            using var scope = NewDisposeScope();
            _optimizer.zero_grad();
            var output = _loss.call(_model.call(x), y);
            output.backward();
            nn.utils.clip_grad_norm_(_model.parameters(), 1.0);
            _optimizer.step();
        }
    }

    private double Evaluate(List<(Tensor X, Tensor Y)> batches)
    {
        _model.eval();
        using var off = no_grad();
        long right = 0, all = 0;
        foreach (var (x, y) in batches)
        {
            using var scope = NewDisposeScope();
            right += _model.call(x).argmax(1).eq(y).sum().ToInt32();
            all += y.size(0);
        }

        return (double)right / all;
    }

    private sealed class Classifier : nn.Module<Tensor, Tensor>
    {
        private readonly Sequential layers;

        public Classifier(int inputs, int classes)
            : base(nameof(Classifier))
        {
            layers = nn.Sequential(("fc1", nn.Linear(inputs, 64)), ("relu", nn.ReLU()), ("drop", nn.Dropout(0.3)), ("fc2", nn.Linear(64, classes)));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => layers.forward(input);
    }
}
