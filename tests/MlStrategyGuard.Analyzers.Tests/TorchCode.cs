namespace MlStrategyGuard.Analyzers.Tests;

/// <summary>TorchSharp programs around a few statements.</summary>
internal static class TorchCode
{
    /// <summary>
    /// A method with <c>net</c> (with dropout), <c>optimizer</c> of its parameters, <c>loss</c> and the batches
    /// <c>train</c> and <c>dev</c>; the body starts at line 15.
    /// </summary>
    public static string Program(string body) => Type(
        $$"""
        public static void Main() { Run(new List<(Tensor, Tensor)>(), new List<(Tensor, Tensor)>()); }
        private static void Run(IEnumerable<(Tensor, Tensor)> train, IEnumerable<(Tensor, Tensor)> dev) {
        var net = new Net(); var optimizer = torch.optim.Adam(net.parameters()); var loss = nn.CrossEntropyLoss();
        {{body}}
        }
        """);

    /// <summary>A static class with these members, beside the networks <c>Net</c> (with dropout) and <c>Plain</c> (without).</summary>
    public static string Type(string members) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using nn = TorchSharp.torch.nn;

        public static class Program
        {
        {{members}}
        }

        public class Net : nn.Module<Tensor, Tensor>
        {
            private readonly Linear one = nn.Linear(4, 8);
            private readonly Dropout drop = nn.Dropout(0.2);
            private readonly Linear two = nn.Linear(8, 2);

            public Net() : base("net") { RegisterComponents(); }

            public override Tensor forward(Tensor x) => two.forward(drop.forward(one.forward(x).relu()));
        }

        public class Plain : nn.Module<Tensor, Tensor>
        {
            private readonly Linear one = nn.Linear(4, 2);

            public Plain() : base("plain") { RegisterComponents(); }

            public override Tensor forward(Tensor x) => one.forward(x);
        }
        """;
}
