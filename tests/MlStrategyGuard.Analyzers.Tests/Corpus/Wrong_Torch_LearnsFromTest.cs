using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public static class Copied
{
    public static void Main()
    {
        var model = nn.Sequential(("fc1", nn.Linear(784, 128)), ("relu", nn.ReLU()), ("fc2", nn.Linear(128, 10)));
        var optimizer = optim.SGD(model.parameters(), 0.01);
        using var loader = utils.data.DataLoader(torchvision.datasets.MNIST("data", train: false), 64);
        Train(model, optimizer, loader); // expect: MLS8008
        Console.WriteLine(Accuracy(model, loader));
    }

    private static void Train(Sequential model, optim.Optimizer optimizer, DataLoader loader)
    {
        model.train();
        foreach (var batch in loader)
        {
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.forward(batch["data"]), batch["label"]).backward();
                optimizer.step();
            }
        }
    }

    private static int Accuracy(Sequential model, DataLoader loader)
    {
        model.eval();
        using var off = no_grad();
        var right = 0;
        foreach (var batch in loader)
            right += model.forward(batch["data"]).argmax(1).eq(batch["label"]).sum().ToInt32();
        return right;
    }
}
