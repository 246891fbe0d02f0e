using Microsoft.ML.Data;

namespace InsuranceSolution.Scoring;

/// <summary>What training and scoring know of a person.</summary>
public sealed class Person
{
    [LoadColumn(0)]
    public float Visits { get; set; }

    [LoadColumn(6)]
    public float Diseases { get; set; }

    [LoadColumn(2)]
    [ColumnName("Label")]
    public bool HasDeductible { get; set; }
}
