using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// One method for training and evaluation; the caller says which.
public static class Switch
{
    public static void Main()
    {
        var model = nn.Sequential(("a", nn.Linear(4, 16)), ("b", nn.Dropout()), ("c", nn.Linear(16, 3)));
        var optimizer = optim.SGD(model.parameters(), 0.01);
        var train = utils.data.DataLoader(torchvision.datasets.MNIST("data", train: true), 64, shuffle: true);
        var test = utils.data.DataLoader(torchvision.datasets.MNIST("data", train: false), 256);
        for (var epoch = 0; epoch < 5; epoch++)
        {
            Console.WriteLine(Pass(model, optimizer, train, isTraining: true));
            Console.WriteLine(Pass(model, optimizer, test, isTraining: false));
        }
    }

    private static double Pass(Sequential model, optim.Optimizer optimizer, DataLoader batches, bool isTraining)
    {
        model.train(isTraining);
        using var mode = set_grad_enabled(isTraining);
        var right = 0;
        foreach (var batch in batches)
        {
            var prediction = model.forward(batch["data"]);
            var loss = nn.functional.cross_entropy(prediction, batch["label"]);
            if (isTraining)
            {
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }

            right += prediction.argmax(1).eq(batch["label"]).sum().ToInt32();
        }

        return right;
    }
}
