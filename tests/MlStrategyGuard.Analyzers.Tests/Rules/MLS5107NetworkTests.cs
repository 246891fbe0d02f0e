using MlStrategyGuard.Analyzers.Tests.Verifiers;
using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5107>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5107NetworkTests
{
    private const string Sets =
        "var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64, shuffle: true); var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64); ";

    private const string Learn = "net.train(); foreach (var b in learn) { optimizer.zero_grad(); loss.forward(net.forward(b[\"data\"]), b[\"label\"]).backward(); optimizer.step(); } ";

    private const string Score = "net.eval(); var right = 0; foreach (var b in test) right += net.forward(b[\"data\"]).argmax(1).eq(b[\"label\"]).sum().ToInt32(); ";

    private const string Epochs = Sets + "var best = 0; for (var e = 0; e < 9; e++) { " + Learn + Score;

    // A method that measures, and one that learns.
    private const string Methods =
        "double Measure(DataLoader d) { net.eval(); using var off = torch.no_grad(); double sum = 0; long all = 0; foreach (var b in d) { using var s = torch.NewDisposeScope(); var y = net.forward(b[\"data\"]); sum += loss.forward(y, b[\"label\"]).item<float>(); all += b[\"label\"].size(0); } return sum / all; } "
        + "void Learn(DataLoader d) { net.train(); foreach (var b in d) { optimizer.zero_grad(); loss.forward(net.forward(b[\"data\"]), b[\"label\"]).backward(); optimizer.step(); } } ";

    [Fact]
    public Task Message_NamesAllEnds() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program(Epochs.Replace("foreach (var b in test)", "\nforeach (var b in test)") + "\nif ({|#0:right > best|}) { best = right; net.save(\"best.dat\"); } }"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`right > best` decides by the score on the test half of `torchvision.datasets.MNIST`, measured at line 15, when training ends or which model is saved. Stop by a dev set, split from the training part, and measure the result once on the test set."));

    [Theory]
    [InlineData(Epochs + "if ([|right > best|]) { best = right; net.save(\"best.dat\"); } }")]
    [InlineData(Epochs + "if ([|best < right|]) { net.save(\"best.dat\"); best = right; } }")]
    [InlineData(Epochs + "if ([|right <= best|]) break; best = right; }")]
    [InlineData(Epochs + "if ([|right > best|]) best = right; else break; }")]
    [InlineData(Epochs + "var share = (double)right / 10000; if ([|share > best2|]) { best2 = share; Keep(net); } } void Keep(Net n) { Console.WriteLine(1); n.save(\"best.dat\"); }", "var best2 = 0.0; ")]
    [InlineData(Epochs + "var better = [|right > best|]; if (better) { best = right; net.save(\"best.dat\"); } }")]
    [InlineData(Epochs + "if ([|right > best|]) { best = right; wait = 0; } else { wait++; } if (wait > 3) break; }", "var wait = 0; ")]
    [InlineData(Epochs + "if ([|right > best|] && e > 2) { best = right; net.save(\"best.dat\"); } }")]
    [InlineData(Sets + "var best = double.MaxValue; for (var e = 0; e < 9; e++) { Learn(learn); var now = Measure(test); Console.WriteLine(now); if ([|now < best|]) { best = now; net.save(\"best.dat\"); } } " + Methods)]
    [InlineData(Sets + "var best = double.MaxValue; var goes = true; while (goes) { Learn(learn); var now = Measure(test); if ([|now < best|]) best = now; else goes = false; } " + Methods)]
    [InlineData(Sets + "var old = 1e9; do { Learn(learn); var now = Math.Round(Measure(test), 3); if ([|now > old|]) break; old = now; } while (true); " + Methods)]
    [InlineData(Sets + "var best = 0.0; for (var e = 0; e < 9; e++) { Learn(learn); Console.WriteLine(Measure(learn)); var now = Measure(test); if ([|now < best|]) { best = now; net.save(\"best.dat\"); } } " + Methods)]
    [InlineData("using (torch.utils.data.Dataset a = torchvision.datasets.MNIST(\"d\", true), b = torchvision.datasets.MNIST(\"d\", false)) using (DataLoader learn = new(a, 64, shuffle: true), test = new(b, 64)) { var best = 0.0; foreach (var e in Enumerable.Range(1, 9)) { Learn(learn); var now = Measure(test); if ([|now < best|]) { best = now; net.save(\"best.dat\"); } } } " + Methods)]
    [InlineData(Sets + "var best = (Loss: 1e9, Epoch: 0); for (var e = 0; e < 9; e++) { Learn(learn); var now = Measure(test); if ([|now < best.Loss|]) { best.Loss = now; net.save(\"best.dat\"); } } " + Methods)]
    [InlineData(Sets + "var best = 1e9; for (var e = 0; e < 9; e++) { Learn(learn); var (now, n) = Both(); if ([|now < best|]) { best = now; state = net.state_dict(); } } (double, int) Both() => (Measure(test), 1); " + Methods, "Dictionary<string, Tensor>? state = null; ")]
    [InlineData(Sets + "double? best = null; for (var e = 0; e < 9; e++) { Learn(learn); var now = Measure(test); if (best is null || [|now < best|]) { best = now; net.save(\"best.dat\"); } } " + Methods)]
    [InlineData(Sets + "var scores = new List<double>(); var best = 1e9; for (var e = 0; e < 9; e++) { Learn(learn); scores.Add(Measure(test)); if ([|scores[e] < best|]) { best = scores[e]; net.save(\"best.dat\"); } } " + Methods)]
    [InlineData(Sets + "var best = 1e9; for (var e = 0; e < 9; e++) { Learn(learn); var now = Measure(test); if ([|now < best|]) { (best, wait) = (now, 0); } else { wait += 1; } if (wait == 3) { Console.WriteLine(e); break; } } " + Methods, "var wait = 0; ")]
    public Task Mistake_Fires(string body, string before = "") => Verify.VerifyAnalyzerAsync(TorchCode.Program(before + body));

    [Fact]
    public Task FieldsOfATrainer_AreSeen() =>
        Verify.VerifyAnalyzerAsync(TorchCode.Type(
            """
            public static void Main() => new Trainer().Fit(torch.utils.data.DataLoader(torchvision.datasets.CIFAR10("data", true), 64), torch.utils.data.DataLoader(torchvision.datasets.CIFAR10("data", false), 64));
            private sealed class Trainer
            {
                private readonly Net _net = new Net();
                private readonly torch.optim.Optimizer _optimizer;
                private double _best;
                public Trainer() { _optimizer = torch.optim.Adam(_net.parameters()); }
                public void Fit(DataLoader train, DataLoader test)
                {
                    for (var epoch = 0; epoch < 5; epoch++)
                    {
                        Epoch(train);
                        var accuracy = Measure(test);
                        if ([|accuracy > _best|]) { _best = accuracy; _net.save("best.dat"); }
                    }
                }
                private void Epoch(DataLoader d) { _net.train(); foreach (var b in d) { _optimizer.zero_grad(); nn.functional.cross_entropy(_net.forward(b["data"]), b["label"]).backward(); _optimizer.step(); } }
                private double Measure(DataLoader d) { _net.eval(); long right = 0, all = 0; foreach (var b in d) { right += _net.forward(b["data"]).argmax(1).eq(b["label"]).sum().ToInt32(); all += b["label"].size(0); } return (double)right / all; }
            }
            """));

    [Fact]
    public Task CounterOfItsOwn_IsSeen() =>
        Verify.VerifyAnalyzerAsync(TorchCode.Type(
            "public static void Main() { var net = new Net(); var optimizer = torch.optim.Adam(net.parameters()); var loss = nn.CrossEntropyLoss(); " + Sets
            + "var stop = new Patience(); for (var e = 0; e < 9; e++) { Learn(learn); if (stop.Ends(Measure(test))) break; } " + Methods + "} "
            + "public sealed class Patience { private double _best = double.MaxValue; private int _wait; public bool Ends(double now) { if ([|now < _best|]) { _best = now; _wait = 0; return false; } _wait++; return _wait > 3; } } "));

    [Theory]
    // Only printed, or only the number is remembered.
    [InlineData(Epochs + "Console.WriteLine(right); }")]
    [InlineData(Epochs + "if (right > best) best = right; } Console.WriteLine(best);")]
    [InlineData(Epochs + "if (right > best) { best = right; Console.WriteLine($\"best so far: {best} in epoch {e}\"); } }")]
    [InlineData(Epochs + "if (right > best) { best = right; when = e; } } Console.WriteLine(when);", "var when = 0; ")]
    [InlineData(Epochs + "best = Math.Max(best, right); } Console.WriteLine(best);")]
    [InlineData(Epochs + "net.save($\"epoch{e}.dat\"); }")]
    // A limit.
    [InlineData(Epochs + "if (right > 9000) { net.save(\"good.dat\"); } }")]
    [InlineData(Epochs + "if (right < 1000) break; }")]
    // The training score decides.
    [InlineData(Sets + "var best = 1e9; for (var e = 0; e < 9; e++) { Learn(learn); Console.WriteLine(Measure(test)); var now = Measure(learn); if (now < best) { best = now; net.save(\"best.dat\"); } } " + Methods)]
    // Other held-out data: the test half is the dev set, or nobody knows.
    [InlineData(Sets + "var best = 1e9; for (var e = 0; e < 9; e++) { Learn(learn); var now = Measure(test); if (now < best) { best = now; net.save(\"best.dat\"); } } Console.WriteLine(Measure(torch.utils.data.DataLoader(torchvision.datasets.KMNIST(\"data\", false), 64))); " + Methods)]
    [InlineData(Sets + "var best = 1e9; for (var e = 0; e < 9; e++) { Learn(learn); var now = Measure(test); if (now < best) { best = now; net.save(\"best.dat\"); } } foreach (var (x, y) in dev) Console.WriteLine(net.forward(x).argmax(1).eq(y).sum().ToInt32()); " + Methods)]
    // Data that nobody knows decide.
    [InlineData(Sets + "var best = 0; for (var e = 0; e < 9; e++) { " + Learn + "var right = 0; foreach (var (x, y) in dev) right += net.forward(x).argmax(1).eq(y).sum().ToInt32(); if (right > best) { best = right; net.save(\"best.dat\"); } }")]
    [InlineData(Sets + "var best = 1e9; var held = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", net.training), 64); for (var e = 0; e < 9; e++) { Learn(learn); var now = Measure(held); if (now < best) { best = now; net.save(\"best.dat\"); } } " + Methods)]
    // The best batch of one turn.
    [InlineData(Sets + "for (var e = 0; e < 9; e++) { " + Learn + "var best = 0; foreach (var b in test) { var right = net.forward(b[\"data\"]).argmax(1).eq(b[\"label\"]).sum().ToInt32(); if (right > best) { best = right; net.save(\"x\"); } } }")]
    // Nothing is trained between.
    [InlineData(Sets + Learn + "var best = 0; for (var i = 0; i < 3; i++) { " + Score + "if (right > best) { best = right; net.save(\"x\"); } }")]
    public Task RightOrUncertainCode_IsSilent(string body, string before = "") => Verify.VerifyAnalyzerAsync(TorchCode.Program(before + body));

    [Theory]
    [InlineData("test", "[|now < best|]")]
    [InlineData("dev", "now < best")]
    public Task FilesOfTheStrategy_TellTheSplit(string split, string comparison) =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program(
                $"var learn = torch.utils.data.DataLoader(new Rows(\"data/train.csv\"), 64); var held = torch.utils.data.DataLoader(new Rows(\"data/{split}.csv\"), 64); "
                + $"var best = 1e9; for (var e = 0; e < 9; e++) {{ Learn(learn); var now = Measure(held); if ({comparison}) {{ best = now; net.save(\"best.dat\"); }} }} " + Methods)
            + "\npublic sealed class Rows(string path) : torch.utils.data.Dataset { public override long Count => path.Length; public override Dictionary<string, Tensor> GetTensor(long index) => new(); }",
            new TestInputs
            {
                AdditionalFiles = [("/project/mlstrategy.yaml", "version: 1\nsplits:\n  train: { files: data/train.csv }\n  dev: { files: data/dev.csv }\n  test: { files: data/test.csv }\n")],
            });
}
