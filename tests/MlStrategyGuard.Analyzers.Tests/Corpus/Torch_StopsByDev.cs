using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// Stops by the dev set, keeps the best state, and measures once on the test set.
public static class Prices
{
    public static void Main()
    {
        torch.manual_seed(1);
        var model = new Net();
        var optimizer = optim.Adam(model.parameters(), 1e-3);
        var train = utils.data.DataLoader(new Rows("data/train.csv"), 64, shuffle: true, seed: 1);
        var dev = utils.data.DataLoader(new Rows("data/dev.csv"), 256);
        var test = utils.data.DataLoader(new Rows("data/test.csv"), 256);
        var best = double.MaxValue;
        var wait = 0;
        for (var epoch = 0; epoch < 50; epoch++)
        {
            Train(model, optimizer, train);
            var loss = Loss(model, dev);
            Console.WriteLine($"{epoch} {loss:F4}");
            if (loss < best)
            {
                best = loss;
                wait = 0;
                model.save("best.dat");
            }
            else if (++wait >= 5)
            {
                break;
            }
        }

        model.load("best.dat");
        Console.WriteLine(Loss(model, test));
    }

    private static void Train(Net model, optim.Optimizer optimizer, DataLoader loader)
    {
        model.train();
        foreach (var batch in loader)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.mse_loss(model.forward(batch["x"]), batch["y"]).backward();
            optimizer.step();
        }
    }

    private static double Loss(Net model, DataLoader loader)
    {
        model.eval();
        using var off = no_grad();
        var sum = 0.0;
        var batches = 0;
        foreach (var batch in loader)
        {
            using var scope = NewDisposeScope();
            sum += nn.functional.mse_loss(model.forward(batch["x"]), batch["y"]).ToDouble();
            batches++;
        }

        return sum / batches;
    }

    private sealed class Rows : utils.data.Dataset
    {
        private readonly string[] _lines;

        public Rows(string path) => _lines = System.IO.File.ReadAllLines(path);

        public override long Count => _lines.Length;

        public override Dictionary<string, Tensor> GetTensor(long index) => new();
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
