namespace MlStrategyGuard.Package.Tests;

public sealed class DesignTimeTests(PackageFeed feed)
{
    [Fact]
    public void DesignTimeBuild_HasTheCompilerReportWhatTheTaskReportsElsewhere()
    {
        var consumer = new Consumer(feed).With(Strategies.TwoMetrics, testShift: 0);
        var ordinary = consumer.Build();
        // Something to compile: an up-to-date compiler isn't called.
        consumer.Write("Code.cs", "public class Other { }");
        var design = consumer.Build(
            "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=false", "-p:ProvideCommandLineArgs=true");

        Assert.Single(ordinary.Tasks("CheckStrategy"));
        Assert.Equal(["error MLS2002 at mlstrategy.yaml(14,13)"], ordinary.Places);
        Assert.Contains("/additionalfile:" + consumer.At("mlstrategy.yaml"), ordinary.CompilerArguments, StringComparison.Ordinal);
        Assert.DoesNotContain("LiveFindings", ordinary.CompilerArguments, StringComparison.Ordinal);
        Assert.Contains(consumer.At("mlstrategy.yaml"), ordinary.EmbeddedFiles);

        Assert.Empty(design.Tasks("CheckStrategy"));
        Assert.Equal(["error MLS2002 at mlstrategy.yaml(14,13)"], design.Places);
        Assert.Contains("/additionalfile:" + consumer.At("mlstrategy.yaml"), design.CompilerArguments, StringComparison.Ordinal);
        Assert.Contains("/build/MlStrategyGuard.LiveFindings.globalconfig", design.CompilerArguments.Replace('\\', '/'), StringComparison.Ordinal);
    }
}
