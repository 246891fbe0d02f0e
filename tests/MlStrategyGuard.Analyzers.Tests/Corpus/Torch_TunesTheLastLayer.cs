using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

// The last layer learns anew, as the plan says; another class answers with the result.
public static class Tuning
{
    public static void Tune(IEnumerable<(Tensor, Tensor)> train)
    {
        torch.manual_seed(2);
        var network = new Leaves();
        network.load("imagenet.dat");
        var optimizer = optim.Adam(network.Answer.parameters(), 1e-4);
        network.train();
        foreach (var (x, y) in train)
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(network.forward(x), y).backward();
            optimizer.step();
        }

        network.save("leaves.dat");
    }

    private sealed class Leaves : nn.Module<Tensor, Tensor>
    {
        public readonly Sequential Body = nn.Sequential(nn.Conv2d(3, 16, 3), nn.ReLU(), nn.Dropout(0.2));
        public readonly Linear Answer = nn.Linear(16, 5);

        public Leaves()
            : base("leaves")
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => Answer.forward(Body.forward(x).view(-1, 16));
    }

    // What the trained network says of one picture.
    public static class Answers
    {
        public static long Of(Tensor picture)
        {
            var trained = new Leaves();
            trained.load("leaves.dat");
            trained.eval();
            return trained.forward(picture).argmax(1).ToInt32();
        }
    }
}
