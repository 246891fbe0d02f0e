using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using nn = TorchSharp.torch.nn;

public static class Hasty
{
    private const int Epochs = 10;

    public static async Task RunAsync(IEnumerable<(Tensor, Tensor)> train, IEnumerable<(Tensor, Tensor)> dev)
    {
        torch.manual_seed(3);
        var model = new Classifier();
        var optimizer = optim.AdamW(model.parameters(), 1e-3);
        var loss = nn.CrossEntropyLoss();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            model.train();
            var sum = zeros(1);
            foreach (var (x, y) in train)
            {
                optimizer.zero_grad();
                var scores = model.forward(x); // expect: MLS8012
                var output = loss.forward(scores, y);
                output.backward();
                optimizer.step();
                sum += output; // expect: MLS8011
            }

            model.eval();
            var lines = new List<string>();
            using (no_grad())
            {
                foreach (var (x, y) in dev)
                    {
                    lines.Add($"{model.forward(x).argmax(1).eq(y).sum().ToInt32()}");
                    await WriteAsync(lines); // expect: MLS8015
                }
            }

            lines.Clear();
            Console.WriteLine($"{epoch} {sum.item<float>()} {lines.Count}");
        }
    }

    private static Task WriteAsync(IReadOnlyList<string> lines) => System.IO.File.WriteAllLinesAsync("dev.txt", lines);

    private sealed class Classifier : nn.Module<Tensor, Tensor>
    {
        private readonly Sequential body;
        private readonly Linear answer = nn.Linear(16, 3);

        public Classifier()
            : base("classifier")
        {
            body = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Dropout(0.1));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var hidden = body.forward(input);
            return answer.forward(hidden).softmax(1);
        }
    }
}
