namespace MlStrategyGuard.Engine.Data;

/// <summary>What a field says.</summary>
internal enum FieldKind : byte
{
    /// <summary>That there is no value.</summary>
    Missing,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Anything else.</summary>
    Text,
}
