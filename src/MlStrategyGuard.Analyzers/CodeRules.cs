using System.Collections.Immutable;
using MlStrategyGuard.Analyzers.Rules;

namespace MlStrategyGuard.Analyzers;

/// <summary>The rules on training code.</summary>
internal static class CodeRules
{
    /// <summary>All of them, by number.</summary>
    public static ImmutableArray<CodeRule> All { get; } = ImmutableArray.Create<CodeRule>(
        new MLS5001(),
        new MLS5002(),
        new MLS5003(),
        new MLS5004(),
        new MLS5005(),
        new MLS5006(),
        new MLS5007(),
        new MLS5008(),
        new MLS5010(),
        new MLS5011(),
        new MLS5013(),
        new MLS5014(),
        new MLS5101(),
        new MLS5102(),
        new MLS5103(),
        new MLS5104(),
        new MLS5105(),
        new MLS5106(),
        new MLS5107(),
        new MLS5110(),
        new MLS5111(),
        new MLS5201(),
        new MLS5202(),
        new MLS5203(),
        new MLS5204(),
        new MLS5206(),
        new MLS5207(),
        new MLS5209(),
        new MLS5212(),
        new MLS6001(),
        new MLS6002(),
        new MLS6004(),
        new MLS6006(),
        new MLS6007(),
        new MLS6008(),
        new MLS6010(),
        new MLS7003(),
        new MLS8001(),
        new MLS8002(),
        new MLS8003(),
        new MLS8005(),
        new MLS8006(),
        new MLS8007(),
        new MLS8008(),
        new MLS8010(),
        new MLS8101(),
        new MLS8102(),
        new MLS9001(),
        new MLS9005(),
        new MLS9006());
}
