namespace MlStrategyGuard;

/// <summary>Something that a team changes, and the stages that it acts on.</summary>
/// <param name="Name">Its name in snake_case.</param>
/// <param name="Stages">One stage for an orthogonal knob.</param>
public sealed record Knob(string Name, IReadOnlyList<Stage> Stages);
