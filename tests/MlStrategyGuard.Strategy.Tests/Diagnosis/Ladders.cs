namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

/// <summary>Ladders built without a file.</summary>
internal static class Ladders
{
    /// <summary>Bayes (exact), train, train_dev, dev, test and production, as many as there are errors, on so many rows each.</summary>
    public static Ladder Of(IReadOnlyList<double> errors, long? rows) => Ladder.Of(
        new()
        {
            Errors = new ErrorsSection(SourceSpan.FileStart)
            {
                Bayes = new Rung("bayes", errors[0], null, null, SourceSpan.FileStart),
                Rungs = [.. errors.Skip(1).Zip(ErrorsSection.RungNames,
                    (error, name) => new Rung(name, error, rows, null, SourceSpan.FileStart))],
            },
        },
        Evidence.None)!;
}
