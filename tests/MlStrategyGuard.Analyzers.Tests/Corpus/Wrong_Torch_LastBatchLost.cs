using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public static class Lost
{
    public static void Main()
    {
        var model = nn.Sequential(("fc1", nn.Linear(784, 64)), ("relu", nn.ReLU()), ("fc2", nn.Linear(64, 10)));
        var optimizer = optim.Adam(model.parameters());
        using var train = Load(true, 64);
        using var test = new DataLoader(
            torchvision.datasets.MNIST("data", false),
            1000,
            drop_last: true); // expect: MLS8013
        for (var epoch = 0; epoch < 5; epoch++)
        {
            model.train();
            foreach (var batch in train)
            {
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.forward(batch["data"].view(-1, 784)), batch["label"]).backward();
                optimizer.step();
            }

            model.eval();
            using var off = no_grad();
            long right = 0;
            foreach (var batch in test)
                right += model.forward(batch["data"].view(-1, 784)).argmax(1).eq(batch["label"]).sum().ToInt32();
            Console.WriteLine(right);
        }
    }

    private static DataLoader Load(bool isTraining, int size) =>
        new(torchvision.datasets.MNIST("data", isTraining), size, shuffle: true, drop_last: isTraining);
}
