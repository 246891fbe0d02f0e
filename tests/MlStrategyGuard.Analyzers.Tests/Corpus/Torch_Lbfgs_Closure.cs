using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// LBFGS runs its closure several times a step; the dev error is looked at in every turn.
public static class Sequence
{
    public static void Run(Tensor input, Tensor target, Tensor devInput, Tensor devTarget)
    {
        var model = new Series();
        var criterion = nn.MSELoss();
        var optimizer = optim.LBFGS(model.parameters(), lr: 0.8);
        for (var step = 0; step < 15; step++)
        {
            using (var scope = NewDisposeScope())
            {
                Tensor Closure()
                {
                    optimizer.zero_grad();
                    var loss = criterion.forward(model.forward(input), target);
                    loss.backward();
                    return loss;
                }

                optimizer.step(Closure);
                using (no_grad())
                {
                    var loss = criterion.forward(model.forward(devInput), devTarget);
                    Console.WriteLine(loss.item<double>());
                }
            }
        }
    }

    private sealed class Series : nn.Module<Tensor, Tensor>
    {
        private readonly Linear one = nn.Linear(1, 51);
        private readonly Linear two = nn.Linear(51, 1);

        public Series()
            : base("series")
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => two.forward(one.forward(x));
    }
}
