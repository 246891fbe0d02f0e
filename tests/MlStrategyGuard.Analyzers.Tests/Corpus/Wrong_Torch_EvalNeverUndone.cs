using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public sealed class Learner : IDisposable
{
    private readonly Net _net = new();
    private readonly optim.Optimizer _optimizer;

    public Learner() => _optimizer = optim.Adam(_net.parameters());

    public void Learn(List<(Tensor, Tensor)> train, List<(Tensor, Tensor)> dev)
    {
        _net.train();
        for (var epoch = 0; epoch < 20; epoch++)
        {
            Epoch(train);
            Console.WriteLine(Measure(dev));
        }
    }

    public void Dispose() => _net.Dispose();

    private void Epoch(List<(Tensor, Tensor)> batches)
    {
        foreach (var (x, y) in batches)
        {
            _optimizer.zero_grad();
            using var output = _net.forward(x); // expect: MLS8003
            using var loss = nn.functional.cross_entropy(output, y);
            loss.backward();
            _optimizer.step();
        }
    }

    private float Measure(List<(Tensor, Tensor)> batches)
    {
        _net.eval();
        var sum = 0f;
        using (no_grad())
        {
            foreach (var (x, y) in batches)
                sum += nn.functional.cross_entropy(_net.forward(x), y).item<float>();
        }

        return sum / batches.Count;
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Linear one = nn.Linear(10, 10);
        private readonly Dropout drop = nn.Dropout();

        public Net()
            : base("net") => RegisterComponents();

        public override Tensor forward(Tensor x) => drop.forward(one.forward(x));
    }
}
