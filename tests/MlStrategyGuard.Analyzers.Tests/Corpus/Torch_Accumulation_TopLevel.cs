using System;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

const int Every = 8;
random.manual_seed(7);
using var trainData = torchvision.datasets.CIFAR10("data", train: true, download: true);
using var testData = torchvision.datasets.CIFAR10("data", train: false, download: true);
using var train = utils.data.DataLoader(trainData, 16, shuffle: true, seed: 7);
using var test = utils.data.DataLoader(testData, 256);
var model = torchvision.models.resnet18(num_classes: 10);
var optimizer = optim.SGD(model.parameters(), 0.1, momentum: 0.9);
var loss = nn.CrossEntropyLoss();

// Gradients of several small batches make one step.
for (var epoch = 0; epoch < 10; epoch++)
{
    model.train();
    optimizer.zero_grad();
    var i = 0;
    foreach (var batch in train)
    {
        var output = loss.forward(model.forward(batch["data"]), batch["label"]) / Every;
        output.backward();
        if (++i % Every == 0)
        {
            optimizer.step();
            optimizer.zero_grad();
        }
    }
}

model.eval();
using (inference_mode())
{
    var right = test.Sum(batch => model.forward(batch["data"]).argmax(1).eq(batch["label"]).sum().ToInt32());
    Console.WriteLine(right);
}
