using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS5005>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS5005Tests
{
    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Code.Program("var test = {|#0:ml.Data.LoadFromTextFile<Row>(\"rows.csv\")|};\nvar model = pipeline.Fit(data);\nConsole.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`ml.Data.LoadFromTextFile<Row>(\"rows.csv\")` reads `rows.csv`, which line 9 reads too; the model that was fitted on that one is measured on this one at line 13. All its rows were seen: read a file that holds other rows, or split this one."));

    [Theory]
    [InlineData("var test = [|ml.Data.LoadFromTextFile<Row>(\"rows.csv\")|]; var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("const string path = \"rows.csv\"; var test = ml.Data.Cache([|ml.Data.LoadFromTextFile<Row>(path)|]); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var loader = ml.Data.CreateTextLoader<Row>(); var a = loader.Load(\"x.csv\"); var b = [|loader.Load(\"x.csv\")|]; var model = pipeline.Fit(a); Console.WriteLine(ml.Regression.Evaluate(model.Transform(b)).RSquared);")]
    public Task Mistake_Fires(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));

    private const string Torch =
        "void Learn(DataLoader d) { net.train(); foreach (var b in d) { optimizer.zero_grad(); loss.forward(net.forward(b[\"data\"]), b[\"label\"]).backward(); optimizer.step(); } } "
        + "void Measure(DataLoader d) { net.eval(); foreach (var b in d) Console.WriteLine(net.forward(b[\"data\"]).argmax(1)); } ";

    private const string Rows = "\npublic sealed class Rows(string path, bool half = false) : torch.utils.data.Dataset { public override long Count => path.Length; public bool Half => half; public override Dictionary<string, Tensor> GetTensor(long index) => new(); }";

    [Theory]
    [InlineData("var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64, shuffle: true); var test = torch.utils.data.DataLoader([|torchvision.datasets.MNIST(\"data\", true)|], 64); Learn(learn); Measure(test);")]
    [InlineData("var root = Environment.GetFolderPath(default); var learn = torchvision.datasets.CIFAR10(root, train: true); var test = [|torchvision.datasets.CIFAR10(root, train: true)|]; for (var e = 0; e < 3; e++) { Learn(new DataLoader(learn, 64)); Measure(new DataLoader(test, 64)); }")]
    [InlineData("var learn = torch.utils.data.DataLoader(new Rows(\"rows.csv\"), 64); var test = torch.utils.data.DataLoader([|new Rows(\"rows.csv\")|], 64); Learn(learn); Measure(test);")]
    public Task OneDataSetTwice_Fires(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body + Torch) + Rows);

    [Theory]
    [InlineData("var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64, shuffle: true); var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64); Learn(learn); Measure(test);")]
    [InlineData("var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64); var same = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64); var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", false), 64); Learn(learn); Measure(same); Measure(test);")]
    [InlineData("var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64); var same = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64); Learn(learn); Measure(same); foreach (var (x, y) in dev) Console.WriteLine(net.forward(x));")]
    [InlineData("var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(\"data\", true), 64); var test = torch.utils.data.DataLoader(torchvision.datasets.FashionMNIST(\"data\", true), 64); Learn(learn); Measure(test);")]
    [InlineData("var a = Environment.GetFolderPath(default); var c = Environment.CurrentDirectory; var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(a, true), 64); var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(c, true), 64); Learn(learn); Measure(test);")]
    [InlineData("var a = Environment.GetFolderPath(default); var learn = torch.utils.data.DataLoader(torchvision.datasets.MNIST(a, true), 64); a = Environment.CurrentDirectory; var test = torch.utils.data.DataLoader(torchvision.datasets.MNIST(a, true), 64); Learn(learn); Measure(test);")]
    [InlineData("var learn = torch.utils.data.DataLoader(new Rows(\"rows.csv\"), 64); var test = torch.utils.data.DataLoader(new Rows(\"rows.csv\", true), 64); Learn(learn); Measure(test);")]
    [InlineData("var learn = torch.utils.data.DataLoader(new Rows(\"random\"), 64); var test = torch.utils.data.DataLoader(new Rows(\"random\"), 64); Learn(learn); Measure(test);")]
    public Task TwoDataSets_AreSilent(string body) => Verify.VerifyAnalyzerAsync(TorchCode.Program(body + Torch) + Rows);

    [Theory]
    [InlineData("var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var folder = Environment.GetFolderPath(default); var a = ml.Data.LoadFromTextFile<Row>(folder + \"/rows.csv\"); var b = ml.Data.LoadFromTextFile<Row>(Environment.CurrentDirectory + \"/rows.csv\"); var model = pipeline.Fit(a); Console.WriteLine(ml.Regression.Evaluate(model.Transform(b)).RSquared);")]
    [InlineData("var test = ml.Data.SkipRows(ml.Data.LoadFromTextFile<Row>(\"rows.csv\"), 100); var model = pipeline.Fit(ml.Data.TakeRows(data, 100)); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("System.IO.File.Copy(\"other.csv\", \"rows.csv\", true); var test = ml.Data.LoadFromTextFile<Row>(\"rows.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var train = ml.Data.LoadFromTextFile<Row>(\"rows.csv\"); var test = ml.Data.LoadFromTextFile<Row>(\"test.csv\"); var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(train)).RSquared);Console.WriteLine(ml.Regression.Evaluate(model.Transform(test)).RSquared);")]
    [InlineData("var model = pipeline.Fit(data); Console.WriteLine(ml.Regression.Evaluate(model.Transform(data)).RSquared);")]
    public Task RightOrUncertainCode_IsSilent(string body) => Verify.VerifyAnalyzerAsync(Code.Program(body));
}
