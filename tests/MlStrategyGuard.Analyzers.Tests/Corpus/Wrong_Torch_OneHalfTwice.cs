using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// The second data set was copied from the first one.
public static class Copy
{
    private const string Folder = "data";

    public static void Main()
    {
        var model = nn.Sequential(("fc1", nn.Linear(784, 64)), ("relu", nn.ReLU()), ("fc2", nn.Linear(64, 10)));
        var optimizer = optim.Adam(model.parameters());
        using var trainData = torchvision.datasets.FashionMNIST(Folder, true, download: true);
        using var testData = torchvision.datasets.FashionMNIST(Folder, true, download: true); // expect: MLS5005
        using var train = new DataLoader(trainData, 64, shuffle: true);
        using var test = new DataLoader(testData, 256);
        for (var epoch = 0; epoch < 5; epoch++)
        {
            model.train();
            foreach (var batch in train)
            {
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.forward(batch["data"].view(-1, 784)), batch["label"]).backward();
                optimizer.step();
            }

            Console.WriteLine(Right(model, test));
        }
    }

    private static long Right(Sequential model, DataLoader loader)
    {
        model.eval();
        using var off = no_grad();
        long right = 0;
        foreach (var batch in loader)
            right += model.forward(batch["data"].view(-1, 784)).argmax(1).eq(batch["label"]).sum().ToInt32();
        return right;
    }
}
