using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public static class Nothing
{
    public static void WithoutGradients(Net net, List<Tensor> batches)
    {
        var optimizer = optim.Adam(net.parameters());
        using var off = inference_mode();
        foreach (var batch in batches)
        {
            optimizer.zero_grad();
            var loss = net.forward(batch).pow(2).mean();
            loss.backward(); // expect: MLS8006
            optimizer.step();
        }
    }

    public static void ClearedTooLate(Net net, List<Tensor> batches)
    {
        var optimizer = optim.Adam(net.parameters());
        foreach (var batch in batches)
        {
            var loss = net.forward(batch).pow(2).mean();
            loss.backward();
            optimizer.zero_grad(); // expect: MLS8007
            optimizer.step();
        }
    }

    public static void NotRegistered(List<Tensor> batches)
    {
        var net = new Net();
        var optimizer = optim.Adam(net.parameters());
        foreach (var batch in batches)
        {
            optimizer.zero_grad();
            net.forward(batch).sum().backward();
            optimizer.step();
        }
    }

    public sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly List<Linear> layers = new(); // expect: MLS8010
        private readonly Linear last = nn.Linear(8, 1);

        public Net()
            : base("net")
        {
            for (var i = 0; i < 4; i++)
                layers.Add(nn.Linear(8, 8));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            foreach (var layer in layers)
                x = layer.forward(x).relu();
            return last.forward(x);
        }
    }
}
