using System;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// A generator and a discriminator take turns; gradients of the one flow through the other.
public static class Gan
{
    public static void Run(int epochs, int batches, Func<Tensor> realBatch)
    {
        random.manual_seed(1);
        var netG = new Generator();
        var netD = new Discriminator();
        var criterion = nn.BCELoss();
        var fixedNoise = randn(64, 100);
        var optimizerD = optim.Adam(netD.parameters(), lr: 0.0002, beta1: 0.5);
        var optimizerG = optim.Adam(netG.parameters(), lr: 0.0002, beta1: 0.5);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            for (var i = 0; i < batches; i++)
            {
                using (var scope = NewDisposeScope())
                {
                    netD.zero_grad();
                    var real = realBatch();
                    var errReal = criterion.forward(netD.forward(real), ones(64));
                    errReal.backward();
                    var fake = netG.forward(randn(64, 100));
                    var errFake = criterion.forward(netD.forward(fake.detach()), zeros(64));
                    errFake.backward();
                    optimizerD.step();

                    netG.zero_grad();
                    var errG = criterion.forward(netD.forward(fake), ones(64));
                    errG.backward();
                    optimizerG.step();
                    if (i % 50 == 0)
                        Console.WriteLine($"{(errReal + errFake).item<float>():F4} {errG.item<float>():F4}");
                }
            }

            using (no_grad())
                Console.WriteLine(netG.forward(fixedNoise).mean().item<float>());
        }
    }

    private sealed class Generator : nn.Module<Tensor, Tensor>
    {
        private readonly Linear fc = nn.Linear(100, 784);
        private readonly BatchNorm2d norm = nn.BatchNorm2d(784);

        public Generator()
            : base("generator")
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor z) => norm.forward(fc.forward(z));
    }

    private sealed class Discriminator : nn.Module<Tensor, Tensor>
    {
        private readonly Linear fc = nn.Linear(784, 1);

        public Discriminator()
            : base("discriminator") => RegisterComponents();

        public override Tensor forward(Tensor x) => fc.forward(x);
    }
}
