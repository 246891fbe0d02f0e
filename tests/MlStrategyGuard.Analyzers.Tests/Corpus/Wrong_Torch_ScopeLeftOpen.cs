using System;
using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public static class Regression
{
    public static void Fit(nn.Module<Tensor, Tensor> model, List<(Tensor X, Tensor Y)> train, List<(Tensor X, Tensor Y)> dev)
    {
        var optimizer = optim.SGD(model.parameters(), 0.01);
        for (var epoch = 0; epoch < 10; epoch++)
        {
            model.train();
            foreach (var (x, y) in train)
            {
                optimizer.zero_grad();
                nn.functional.mse_loss(model.forward(x), y).backward();
                optimizer.step();
            }

            Console.WriteLine(Evaluate(model, dev));
        }
    }

    private static double Evaluate(nn.Module<Tensor, Tensor> model, List<(Tensor X, Tensor Y)> dev)
    {
        model.eval();
        torch.no_grad(); // expect: MLS8005
        var sum = 0.0;
        foreach (var (x, y) in dev)
            sum += nn.functional.mse_loss(model.forward(x), y).ToDouble();
        return sum / dev.Count;
    }
}
