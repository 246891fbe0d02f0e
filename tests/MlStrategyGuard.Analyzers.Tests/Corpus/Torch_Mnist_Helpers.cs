using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

// One method that trains and one that tests, called in turn by a loop over epochs.
internal static class Digits
{
    private const int Epochs = 4;

    internal static void Run(string location, IEnumerable<(Tensor, Tensor)> train, IEnumerable<(Tensor, Tensor)> test)
    {
        torch.random.manual_seed(1);
        var device = torch.cuda.is_available() ? torch.CUDA : torch.CPU;
        var model = new Model("model").to(device);
        TrainingLoop(model, train, test);
        model.save(location + ".bin");
    }

    private static void TrainingLoop(Module<Tensor, Tensor> model, IEnumerable<(Tensor, Tensor)> train, IEnumerable<(Tensor, Tensor)> test)
    {
        var optimizer = optim.Adam(model.parameters());
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.7);
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            Train(model, optimizer, NLLLoss(), train, epoch);
            Test(model, NLLLoss(reduction: Reduction.Sum), test);
            scheduler.step();
        }
    }

    private static void Train(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<(Tensor, Tensor)> data, int epoch)
    {
        model.train();
        var batch = 0;
        foreach (var (x, y) in data)
        {
            using (var scope = torch.NewDisposeScope())
            {
                optimizer.zero_grad();
                var prediction = model.forward(x);
                var output = loss.forward(prediction, y);
                output.backward();
                optimizer.step();
                if (++batch % 100 == 0)
                    Console.WriteLine($"{epoch} {batch} {output.ToSingle():F4}");
            }
        }
    }

    private static void Test(Module<Tensor, Tensor> model, Loss<Tensor, Tensor, Tensor> loss, IEnumerable<(Tensor, Tensor)> data)
    {
        model.eval();
        var sum = 0.0;
        var correct = 0;
        foreach (var (x, y) in data)
        {
            using (var scope = torch.NewDisposeScope())
            {
                var prediction = model.forward(x);
                sum += loss.forward(prediction, y).ToSingle();
                correct += prediction.argmax(1).eq(y).sum().ToInt32();
            }
        }

        Console.WriteLine($"{sum} {correct}");
    }

    internal class Model : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv1 = Conv2d(1, 32, 3);
        private readonly Module<Tensor, Tensor> fc1 = Linear(9216, 128);
        private readonly Module<Tensor, Tensor> fc2 = Linear(128, 10);
        private readonly Module<Tensor, Tensor> dropout = Dropout(0.25);

        public Model(string name)
            : base(name)
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var one = relu(conv1.forward(input));
            using var two = dropout.forward(max_pool2d(one, 2));
            return log_softmax(fc2.forward(relu(fc1.forward(two.view(-1, 9216)))), 1);
        }
    }
}
