using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

var dataBatch = rand(32, 1000);
var resultBatch = rand(32, 10);
var model = nn.Sequential(("lin1", nn.Linear(1000, 100)), ("relu1", nn.ReLU()), ("lin2", nn.Linear(100, 10)));
var optimizer = optim.Adam(model.parameters());
for (var i = 0; i < 100; i++)
{
    using var output = nn.functional.mse_loss(model.forward(dataBatch), resultBatch);
    output.backward();
    optimizer.step(); // expect: MLS8001
    if (i % 10 == 0)
        Console.WriteLine(output.item<float>());
}

static Tensor rand(long rows, long columns) => randn(rows, columns);
