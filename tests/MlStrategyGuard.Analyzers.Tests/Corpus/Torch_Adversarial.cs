using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// Gradients of the picture, not of the network: evaluation mode, backward, and no optimizer.
public static class Attack
{
    public static double Test(nn.Module<Tensor, Tensor> model, string file, double epsilon, IEnumerable<(Tensor, Tensor)> data)
    {
        model.load(file);
        model.eval();
        var loss = nn.NLLLoss();
        var right = 0;
        foreach (var (x, y) in data)
        {
            using (var scope = NewDisposeScope())
            {
                x.requires_grad = true;
                var output = loss.forward(model.forward(x), y);
                model.zero_grad();
                output.backward();
                var changed = x + x.grad.sign() * epsilon;
                right += model.forward(changed).argmax(1).eq(y).sum().ToInt32();
            }
        }

        return right;
    }
}
