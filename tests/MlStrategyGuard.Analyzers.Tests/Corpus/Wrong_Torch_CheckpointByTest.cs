using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// A trainer that keeps the state with the best test accuracy.
public sealed class Checkpoints
{
    private readonly Net _model = new();
    private readonly optim.Optimizer _optimizer;
    private double _best;

    public Checkpoints() => _optimizer = optim.SGD(_model.parameters(), 0.01);

    public static void Main()
    {
        using var train = utils.data.DataLoader(torchvision.datasets.KMNIST("data", true), 64, shuffle: true);
        using var test = utils.data.DataLoader(torchvision.datasets.KMNIST("data", false), 64);
        new Checkpoints().Run(train, test);
    }

    public void Run(DataLoader train, DataLoader test)
    {
        for (var epoch = 0; epoch < 20; epoch++)
        {
            Learn(train);
            var (loss, accuracy) = Measure(test);
            Console.WriteLine($"{epoch} {loss:F3} {accuracy:P1}");
            if (accuracy > _best) // expect: MLS5107
            {
                _best = accuracy;
                Keep("best.dat");
            }
        }
    }

    private void Keep(string path) => _model.save(path);

    private void Learn(DataLoader loader)
    {
        _model.train();
        foreach (var batch in loader)
        {
            using var scope = NewDisposeScope();
            _optimizer.zero_grad();
            nn.functional.cross_entropy(_model.forward(batch["data"].view(-1, 12)), batch["label"]).backward();
            _optimizer.step();
        }
    }

    private (double Loss, double Accuracy) Measure(DataLoader loader)
    {
        _model.eval();
        using var off = inference_mode();
        var loss = 0.0;
        long right = 0, all = 0;
        foreach (var batch in loader)
        {
            using var scope = NewDisposeScope();
            var answers = _model.forward(batch["data"].view(-1, 12));
            loss += nn.functional.cross_entropy(answers, batch["label"]).item<float>();
            right += answers.argmax(1).eq(batch["label"]).sum().ToInt32();
            all += batch["label"].size(0);
        }

        return (loss / all, (double)right / all);
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Linear hidden = nn.Linear(12, 32);
        private readonly Dropout drop = nn.Dropout(0.2);
        private readonly Linear answer = nn.Linear(32, 1);

        public Net()
            : base("net")
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => answer.forward(drop.forward(hidden.forward(x).relu()));
    }
}
