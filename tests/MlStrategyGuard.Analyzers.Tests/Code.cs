namespace MlStrategyGuard.Analyzers.Tests;

/// <summary>Programs around a few statements.</summary>
internal static class Code
{
    /// <summary>A program that loads <c>data</c> from <c>rows.csv</c> and has <c>ml</c>; the body starts at line 12.</summary>
    public static string Program(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Microsoft.ML;
        using Microsoft.ML.AutoML;
        using Microsoft.ML.Data;

        public static class Program { public static void Main() { Run(new MLContext(1)); } private static void Run(MLContext ml) {
        var data = ml.Data.LoadFromTextFile<Row>("rows.csv");
        IEstimator<ITransformer> pipeline = ml.Transforms.Concatenate("Features", "A", "B").Append(ml.Regression.Trainers.Sdca());
        {{body}}
        } }

        public sealed class Row
        {
            public float A { get; set; }
            public float B { get; set; }
            public string? Shop { get; set; }
            public float UserId { get; set; }
            public uint ShopId { get; set; }
            [ColumnName("GroupId")] public string? Group { get; set; }
            public DateTime Day { get; set; }
            public bool Label { get; set; }
        }
        """;

    /// <summary>Statements that fit on the training part and measure on the test part of <c>split</c>.</summary>
    public const string FitAndScore =
        "var model = pipeline.Fit(split.TrainSet); Console.WriteLine(ml.Regression.Evaluate(model.Transform(split.TestSet)).RSquared);";
}
