using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// A large network that stays as it is teaches a small one.
public class Distillation(nn.Module<Tensor, Tensor> teacher)
{
    private readonly nn.Module<Tensor, Tensor> _student = nn.Sequential(nn.Linear(32, 16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 2));

    public nn.Module<Tensor, Tensor> Learn(IReadOnlyList<Tensor> batches, int epochs)
    {
        teacher.eval();
        _student.train();
        using var optimizer = optim.Adam(_student.parameters(), 1e-3);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            foreach (var batch in batches)
            {
                Tensor soft;
                using (no_grad())
                {
                    soft = teacher.forward(batch);
                }

                optimizer.zero_grad();
                var loss = nn.functional.mse_loss(_student.forward(batch), soft);
                loss.backward();
                optimizer.step();
            }
        }

        _student.eval();
        return _student;
    }
}
