using Verify = MlStrategyGuard.Analyzers.Tests.Verifiers.RuleVerifier<MlStrategyGuard.Analyzers.Rules.MLS8010>;

namespace MlStrategyGuard.Analyzers.Tests.Rules;

public sealed class MLS8010Tests
{
    private static string Program(string model, string use = "var optimizer = torch.optim.Adam(new My().parameters());") =>
        TorchCode.Program(use.Replace("var optimizer", "var own")) + "\n" + model;

    [Fact]
    public Task Message_NamesBothEnds() =>
        Verify.VerifyAnalyzerAsync(
            Program("public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = {|#0:nn.Linear(4, 2)|}; public My() : base(\"my\") { } public override Tensor forward(Tensor x) => one.forward(x); }"),
            Verify.Diagnostic().WithLocation(0).WithMessage(
                "`one` is never registered, so `torch.optim.Adam` at line 14 doesn't train it. Call `RegisterComponents()` at the end of the constructor."));

    [Theory]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear one; public My() : base(\"my\") { one = [|nn.Linear(4, 2)|]; } public override Tensor forward(Tensor x) => one.forward(x); }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Parameter w = [|nn.Parameter(ones(4))|]; public My() : base(\"my\") { } public override Tensor forward(Tensor x) => x * w; }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { public Linear One { get; } = [|nn.Linear(4, 2)|]; public My() : base(\"my\") { } public override Tensor forward(Tensor x) => One.forward(x); }")]
    [InlineData("public class My() : nn.Module<Tensor, Tensor>(\"my\") { private readonly nn.Module<Tensor, Tensor> all = [|nn.Sequential(nn.Linear(4, 2), nn.ReLU())|]; public override Tensor forward(Tensor x) => all.forward(x); }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear last = nn.Linear(2, 2); private readonly List<Linear> layers = [|new()|]; public My() : base(\"my\") { for (var i = 0; i < 3; i++) layers.Add(nn.Linear(2, 2)); RegisterComponents(); } public override Tensor forward(Tensor x) { foreach (var l in layers) x = l.forward(x); return last.forward(x); } }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear[] layers = [|new Linear[3]|]; public My() : base(\"my\") { for (var i = 0; i < 3; i++) layers[i] = nn.Linear(2, 2); RegisterComponents(); } public override Tensor forward(Tensor x) { foreach (var l in layers) x = l.forward(x); return x; } }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear[] layers = [|Enumerable.Range(0, 3).Select(_ => nn.Linear(2, 2)).ToArray()|]; public My() : base(\"my\") { RegisterComponents(); } public override Tensor forward(Tensor x) { foreach (var l in layers) x = l.forward(x); return x; } }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear[] layers = [|{ nn.Linear(2, 2) }|]; public My() : base(\"my\") { RegisterComponents(); } public override Tensor forward(Tensor x) => layers[0].forward(x); }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Dictionary<string, Linear> layers = [|new()|]; public My() : base(\"my\") { layers[\"a\"] = nn.Linear(2, 2); RegisterComponents(); } public override Tensor forward(Tensor x) => layers[\"a\"].forward(x); }")]
    public Task Mistake_Fires(string model) => Verify.VerifyAnalyzerAsync(Program(model));

    [Theory]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = nn.Linear(4, 2); public My() : base(\"my\") { RegisterComponents(); } public override Tensor forward(Tensor x) => one.forward(x); }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = nn.Linear(4, 2); public My() : base(\"my\") { register_module(\"one\", one); } public override Tensor forward(Tensor x) => one.forward(x); }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly List<Linear> layers = new(); public My() : base(\"my\") { for (var i = 0; i < 3; i++) { layers.Add(nn.Linear(2, 2)); register_module($\"l{i}\", layers[i]); } } public override Tensor forward(Tensor x) => x; }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly ModuleList<Linear> layers = nn.ModuleList<Linear>(); public My() : base(\"my\") { layers.Add(nn.Linear(2, 2)); RegisterComponents(); } public override Tensor forward(Tensor x) => x; }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear[] layers = new Linear[2]; private readonly Sequential all; public My() : base(\"my\") { all = nn.Sequential(layers); RegisterComponents(); } public override Tensor forward(Tensor x) => all.forward(x); }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = nn.Linear(2, 2); private readonly Linear two = nn.Linear(2, 2); private readonly List<Linear> layers; public My() : base(\"my\") { layers = new List<Linear> { one, two }; RegisterComponents(); } public override Tensor forward(Tensor x) { foreach (var l in layers) x = l.forward(x); return x; } }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = nn.Linear(2, 2); private readonly List<Linear> layers = new(); public My() : base(\"my\") { layers.Add(one); RegisterComponents(); } public override Tensor forward(Tensor x) { foreach (var l in layers) x = l.forward(x); return x; } }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = nn.Linear(2, 2); public My() : base(\"my\") { } public override IEnumerable<Parameter> parameters(bool recurse = true) => one.parameters(); public override Tensor forward(Tensor x) => one.forward(x); }")]
    [InlineData("public abstract class Base : nn.Module<Tensor, Tensor> { protected Base() : base(\"b\") { RegisterComponents(); } } public class My : Base { private readonly Linear one = nn.Linear(4, 2); public override Tensor forward(Tensor x) => one.forward(x); }")]
    [InlineData("public class My(nn.Module<Tensor, Tensor> inner) : nn.Module<Tensor, Tensor>(\"my\") { private readonly nn.Module<Tensor, Tensor> other = inner; public My() : this(new Plain()) { } public override Tensor forward(Tensor x) => other.forward(x); }")]
    [InlineData("public class My : nn.Module<Tensor, Tensor> { private readonly double rate = 0.5; public My() : base(\"my\") { } public override Tensor forward(Tensor x) => x * rate; }")]
    public Task RightOrUncertainCode_IsSilent(string model) => Verify.VerifyAnalyzerAsync(Program(model));

    [Theory]
    [InlineData("var my = new My(); Console.WriteLine(my.forward(ones(4)));")]
    [InlineData("var my = new My(); var all = nn.Sequential((\"my\", my)); var optimizer = torch.optim.Adam(my.parameters());")]
    [InlineData("var my = new My(); var optimizer = torch.optim.Adam(nn.Sequential((\"my\", my)).parameters());")]
    [InlineData("My my = Find(); var optimizer = torch.optim.Adam(my.parameters()); My Find() => (My)(object)train;")]
    public Task NetworkThatAnotherHoldsOrNobodyTrains_IsSilent(string use) => Verify.VerifyAnalyzerAsync(Program(
        "public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = nn.Linear(4, 2); public My() : base(\"my\") { } public override Tensor forward(Tensor x) => one.forward(x); }", use));

    [Theory]
    [InlineData(
        "public class My : nn.Module<Tensor, Tensor>\n{\n    private readonly Linear one;\n\n    public My()\n        : base(\"my\")\n    {\n        one = [|nn.Linear(4, 2)|]; // the only one\n    }\n\n    public override Tensor forward(Tensor x) => one.forward(x);\n}",
        "public class My : nn.Module<Tensor, Tensor>\n{\n    private readonly Linear one;\n\n    public My()\n        : base(\"my\")\n    {\n        one = nn.Linear(4, 2);\n        RegisterComponents(); // the only one\n    }\n\n    public override Tensor forward(Tensor x) => one.forward(x);\n}")]
    [InlineData(
        "public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = [|nn.Linear(4, 2)|]; public My() : base(\"my\") { } public override Tensor forward(Tensor x) => one.forward(x); }",
        "public class My : nn.Module<Tensor, Tensor> { private readonly Linear one = nn.Linear(4, 2); public My() : base(\"my\") { RegisterComponents(); } public override Tensor forward(Tensor x) => one.forward(x); }")]
    public Task Fix_Registers(string model, string fixedModel) => Verify.VerifyCodeFixAsync(Program(model), Program(fixedModel));
}
