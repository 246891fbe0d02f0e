using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public static class Pictures
{
    public static void Main()
    {
        var model = new Net();
        var optimizer = optim.Adam(model.parameters(), 1e-3);
        var train = utils.data.DataLoader(torchvision.datasets.FashionMNIST("data", true), 64, shuffle: true);
        var test = utils.data.DataLoader(torchvision.datasets.FashionMNIST("data", false), 64);
        for (var epoch = 0; epoch < 5; epoch++)
            Train(model, optimizer, train);
        Test(model, test);
    }

    private static void Train(Net model, optim.Optimizer optimizer, DataLoader loader)
    {
        model.train();
        foreach (var batch in loader)
        {
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(model.forward(batch["data"]), batch["label"]);
            loss.backward();
            optimizer.step();
        }
    }

    private static void Test(Net model, DataLoader loader)
    {
        var right = 0;
        foreach (var batch in loader)
            right += model.forward(batch["data"]).argmax(1).eq(batch["label"]).sum().ToInt32(); // expect: MLS8002, MLS8004
        Console.WriteLine(right);
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d conv = nn.Conv2d(1, 8, 3);
        private readonly BatchNorm2d norm = nn.BatchNorm2d(8);
        private readonly Linear fc = nn.Linear(5408, 10);

        public Net()
            : base("net") => RegisterComponents();

        public override Tensor forward(Tensor x) => fc.forward(norm.forward(conv.forward(x)).view(-1, 5408));
    }
}
