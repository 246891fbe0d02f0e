using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8002>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8002Tests
{
    private const string Train = "foreach (var (x, y) in train) { optimizer.zero_grad(); loss.forward(net.forward(x), y).backward(); optimizer.step(); } ";

    [Fact]
    public Task Message_SaysWhatToCall() =>
        Verify.VerifyAnalyzerAsync(
            TorchCode.Program(Train + "using (torch.no_grad()) { foreach (var (x, y) in dev) { Console.WriteLine({|#0:net.forward(x)|}.argmax(1)); } }"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`net.forward` predicts without gradients while the network is in training mode: dropout and batch norm act as in training, and what comes out isn't what the network can do. Call `net.eval()` first."));

    [Theory]
    [InlineData("foreach (var (x, y) in dev) Console.WriteLine([|net.forward(x)|].argmax(1).eq(y).sum().ToInt32());")]
    [InlineData("net.train(); foreach (var (x, y) in train) net.forward(x).sum().backward(); using var _ = torch.no_grad(); foreach (var (x, y) in dev) Console.WriteLine([|net.forward(x)|]);")]
    [InlineData("for (var e = 0; e < 3; e++) { net.train(); " + Train + "using (torch.no_grad()) foreach (var (x, y) in dev) Console.WriteLine([|net.call(x)|].argmax(1)); }")]
    [InlineData("for (var e = 0; e < 3; e++) { " + Train + "Test(); } void Test() { using var _ = torch.no_grad(); foreach (var (x, y) in dev) Console.WriteLine([|net.forward(x)|]); }")]
    [InlineData("var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", train: false), 100); foreach (var batch in test) Console.WriteLine([|net.forward(batch[\"data\"])|].sum().ToDouble());")]
    [InlineData("net.eval(); net.train(); " + Train + "using (torch.inference_mode()) { Console.WriteLine([|net.forward(ones(4))|]); }")]
    [InlineData("net.load(\"net.dat\"); using (torch.no_grad()) Console.WriteLine([|net.forward(ones(4))|]);")]
    [InlineData("for (var e = 0; e < 900; e++) { optimizer.zero_grad(); loss.forward(net.forward(ones(4)), ones(2)).backward(); optimizer.step(); if (e % 100 == 0) { using (torch.no_grad()) Console.WriteLine([|net.forward(zeros(4))|]); } }")]
    [InlineData("var big = nn.Sequential((\"net\", nn.Linear(4, 4)), (\"drop\", nn.Dropout())); using (torch.no_grad()) Console.WriteLine([|big.forward(ones(4))|]);")]
    [InlineData("var big = torchvision.models.resnet18(); using (torch.no_grad()) Console.WriteLine([|big.forward(ones(4))|]);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body));

    [Theory]
    [InlineData(Train + "net.eval(); using (torch.no_grad()) foreach (var (x, y) in dev) Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData(Train + "net.train(false); foreach (var (x, y) in dev) Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData(Train + "net.train(train.Any()); foreach (var (x, y) in dev) Console.WriteLine(net.forward(x).argmax(1));")]
    [InlineData("var right = 0; foreach (var (x, y) in train) { optimizer.zero_grad(); var p = net.forward(x); loss.forward(p, y).backward(); optimizer.step(); right += p.argmax(1).eq(y).sum().ToInt32(); }")]
    [InlineData("var plain = new Plain(); using (torch.no_grad()) foreach (var (x, y) in dev) Console.WriteLine(plain.forward(x).argmax(1));")]
    [InlineData("foreach (var (x, y) in dev) Console.WriteLine(loss.forward(net.forward(x), y).item<float>());")]
    [InlineData("void Mc() { net.train(); using var _ = torch.no_grad(); for (var i = 0; i < 20; i++) Console.WriteLine(net.forward(ones(4))); } Mc();")]
    [InlineData("foreach (var (x, y) in train) { Tensor target; using (torch.no_grad()) target = net.forward(x); loss.forward(net.forward(x), target).backward(); optimizer.step(); }")]
    [InlineData("var teacher = new Net(); foreach (var (x, y) in train) { Tensor soft; using (torch.no_grad()) soft = teacher.forward(x); optimizer.zero_grad(); loss.forward(net.forward(x), soft).backward(); optimizer.step(); }")]
    [InlineData("using (torch.no_grad()) Console.WriteLine(net.forward(ones(4)).shape[0]);")]
    [InlineData("using var _ = torch.no_grad(); var probe = net.forward(ones(4)); Console.WriteLine(probe.shape[0] * probe.size(1));")]
    [InlineData("if (train.Any()) net.eval(); using (torch.no_grad()) Console.WriteLine(net.forward(ones(4)));")]
    [InlineData("foreach (var m in new nn.Module[] { net }) m.eval(); using (torch.no_grad()) Console.WriteLine(net.forward(ones(4)));")]
    [InlineData("Outside.Prepare(net); using (torch.no_grad()) Console.WriteLine(net.forward(ones(4)));")]
    [InlineData("var both = nn.Sequential((\"a\", net)); both.eval(); using (torch.no_grad()) Console.WriteLine(net.forward(ones(4)));")]
    [InlineData("var g = new Net(); var og = torch.optim.Adam(g.parameters()); for (var i = 0; i < 9; i++) { optimizer.zero_grad(); net.forward(g.forward(ones(4)).detach()).sum().backward(); optimizer.step(); og.zero_grad(); net.forward(g.forward(ones(4))).sum().backward(); og.step(); if (i % 3 == 0) using (torch.no_grad()) Console.WriteLine(g.forward(ones(4))); }")]
    [InlineData("loss.forward(net.forward(ones(4)), ones(2)).backward(); using (torch.no_grad()) Console.WriteLine(net.forward(ones(4)));")]
    public Task RightOrUncertainCode_IsSilent(string body) =>
        Verify.VerifyAnalyzerAsync(TorchCode.Program(body) + "\npublic abstract class Outside { public static void Prepare(Net n) => Current.DoPrepare(n); public static Outside Current = null!; public abstract void DoPrepare(Net n); }");

    [Theory]
    [InlineData("public static double Test(nn.Module<Tensor, Tensor> model, IEnumerable<(Tensor, Tensor)> dev) { using var _ = torch.no_grad(); var n = 0; foreach (var (x, y) in dev) n += model.forward(x).argmax(1).eq(y).sum().ToInt32(); return n; }")]
    [InlineData("public class Sized : nn.Module<Tensor, Tensor> { private readonly Sequential features; private readonly Linear last; public Sized() : base(\"s\") { features = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8)); using (torch.no_grad()) { var flat = features.forward(ones(4)); last = nn.Linear(flat.shape[0], 2); } RegisterComponents(); } public override Tensor forward(Tensor x) => last.forward(features.forward(x)); } public static void Go() => new Sized();")]
    [InlineData("private static readonly Net model = new(); public static void Learn() { model.train(); model.forward(ones(4)).sum().backward(); } public static void Test() { using var _ = torch.no_grad(); Console.WriteLine(model.forward(ones(4))); }")]
    [InlineData("private static nn.Module<Tensor, Tensor> model = new Net(); private static torch.optim.Optimizer o = torch.optim.Adam(model.parameters()); public static void Fit(IEnumerable<Tensor> train, IEnumerable<Tensor> dev) { for (var e = 0; e < 3; e++) { Epoch(train); Test(dev); } } private static void Epoch(IEnumerable<Tensor> d) { model.train(); foreach (var x in d) { o.zero_grad(); model.forward(x).sum().backward(); o.step(); } } private static void Test(IEnumerable<Tensor> d) { using (torch.no_grad()) { foreach (var x in d) Console.WriteLine([|model.forward(x)|].argmax(1)); } }")]
    public Task Members_AreFollowed(string members) => Verify.VerifyAnalyzerAsync(TorchCode.Type(members));

    [Theory]
    [InlineData(
        Train + "\nusing (torch.no_grad())\n{\n    foreach (var (x, y) in dev)\n    {\n        Console.WriteLine([|net.forward(x)|].argmax(1)); // the class\n    }\n}",
        Train + "\nusing (torch.no_grad())\n{\n    net.eval();\n    foreach (var (x, y) in dev)\n    {\n        Console.WriteLine(net.forward(x).argmax(1)); // the class\n    }\n}")]
    [InlineData(
        "for (var e = 0; e < 3; e++)\n{\n    " + Train + "\n    foreach (var (x, y) in dev)\n        Console.WriteLine([|net.forward(x)|].argmax(1));\n}",
        "for (var e = 0; e < 3; e++)\n{\n    " + Train + "\n    net.eval();\n    foreach (var (x, y) in dev)\n        Console.WriteLine(net.forward(x).argmax(1));\n    net.train();\n}")]
    [InlineData(
        "for (var e = 0; e < 3; e++) { net.train(); " + Train + "foreach (var (x, y) in dev) Console.WriteLine([|net.forward(x)|].argmax(1)); }",
        "for (var e = 0; e < 3; e++) { net.train(); " + Train + "net.eval(); foreach (var (x, y) in dev) Console.WriteLine(net.forward(x).argmax(1)); }")]
    [InlineData(
        "using (torch.no_grad()) { Console.WriteLine([|net.forward(ones(4))|]); }",
        "using (torch.no_grad()) { net.eval(); Console.WriteLine(net.forward(ones(4))); }")]
    public Task Fix_SetsTheMode(string body, string fixedBody) => Verify.VerifyCodeFixAsync(TorchCode.Program(body), TorchCode.Program(fixedBody));
}
