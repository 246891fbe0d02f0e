using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

var train = torch.utils.data.DataLoader(torchvision.datasets.MNIST("data", true), 64, shuffle: true);
var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST("data", false), 256);
Sequential? winner = null;
var best = 0.0;
foreach (var rate in new[] { 0.1, 0.01, 0.001 })
{
    var model = nn.Sequential(("fc1", nn.Linear(784, 64)), ("relu", nn.ReLU()), ("fc2", nn.Linear(64, 10)));
    var optimizer = optim.SGD(model.parameters(), rate);
    for (var epoch = 0; epoch < 3; epoch++)
    {
        model.train();
        foreach (var batch in train)
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(model.forward(batch["data"].view(-1, 784)), batch["label"]).backward();
            optimizer.step();
        }
    }

    model.eval();
    var right = 0;
    foreach (var batch in test)
        right += model.forward(batch["data"].view(-1, 784)).argmax(1).eq(batch["label"]).sum().ToInt32(); // expect: MLS8004
    var accuracy = right / 10000.0;
    Console.WriteLine($"{rate} {accuracy:P1}");
    if (accuracy > best) // expect: MLS5102
    {
        best = accuracy;
        winner = model;
    }
}

winner?.save("winner.dat");
