namespace MlStrategyGuard.Package.Tests;

/// <summary>The check as a process, as under the MSBuild of Visual Studio, from a folder with an awkward name.</summary>
public sealed class ProcessTests(ProcessTests.Shared shared) : IClassFixture<ProcessTests.Shared>
{
    private const string AsProcess = "-p:MlStrategyGuardProcess=true";

    [Theory]
    [InlineData()]
    [InlineData("-p:NoWarn=CS1591%3BMLS1001")]
    [InlineData("-p:NoWarn=CS1591%3B%0A  MLS1001")]
    [InlineData("-p:MlStrategyGuardData=false")]
    [InlineData("-warnaserror")]
    public void AsAProcess_TheLinesAreThoseOfTheTask(params string[] arguments)
    {
        var consumer = Several();
        var task = consumer.Forget().Build(arguments);
        var process = consumer.Forget().Build([AsProcess, .. arguments]);
        var again = consumer.Build([AsProcess, .. arguments]);

        Assert.NotEmpty(task.Lines);
        Assert.All(task.Lines, line => Assert.NotNull(GuardLine.Read(line)));
        Assert.Equal(task.Lines, process.Lines);
        Assert.Equal(task.Lines, again.Lines);
        Assert.Equal(task.Passed, process.Passed);
        Assert.Single(task.Tasks("CheckStrategy"));
        Assert.Empty(process.Tasks("CheckStrategy"));
    }

    [Fact]
    public void AsAProcess_ErrorsWarningsAndNonAsciiNamesArrive()
    {
        var build = Several().Build(AsProcess);

        Assert.Equal(
            [
                "error MLS0010 at mlstrategy.yaml(7,7)", "error MLS1001 at mlstrategy.yaml(11,3)",
                "warning MLS2002 at mlstrategy.yaml(15,13)",
            ],
            build.Places);
        Assert.Contains("größe", build.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AsAProcess_AGoodStrategyBuildsWithoutAWord()
    {
        var consumer = shared.Consumer.Forget().With(Strategies.Good, testShift: 0);
        var build = consumer.Build(AsProcess);

        Assert.Empty(build.Lines);
        Assert.True(build.Passed, build.Command.Output);
        Assert.True(Directory.Exists(consumer.Cache));
    }

    [Fact]
    public void AsAProcess_AWaiversReasonIsNoErrorLine()
    {
        var consumer = shared.Consumer.With(Strategies.TwoMetrics + """
            accept:
              - rule: MLS2002
                because: |
                  known error E12: it goes away in spring
                  x.cs(1,1): error E13: so does this one

            """.ReplaceLineEndings("\n"), testShift: 0);
        var build = consumer.Build(AsProcess);

        Assert.Empty(build.Lines);
        Assert.True(build.Passed, build.Command.Output);
    }

    [Theory]
    [InlineData("mlguard.dll", AsProcess)]
    [InlineData("MlStrategyGuard.Build.dll", "-p:MlStrategyGuardProcess=false")]
    public void GuardThatIsNotThere_IsSaid(string program, string mode)
    {
        var consumer = Several();
        Directory.CreateDirectory(consumer.At("no tools"));
        var build = consumer.Build(mode, $"-p:MlStrategyGuardTools={consumer.At("no tools")}/");

        Assert.True(build.Passed, build.Command.Output);
        Assert.StartsWith(
            $"{consumer.At("mlstrategy.yaml")} : warning MLS0009: the strategy was not checked: '{consumer.At("no tools")}/{program}' doesn't exist.",
            Assert.Single(build.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedProgram_IsSaid()
    {
        var consumer = Several();
        consumer.Write("damaged tools/mlguard.dll", "this is no program");

        AssertCouldNotRun(consumer, "damaged tools");
    }

    [Fact]
    public void RuntimeThatIsNotThere_IsSaid()
    {
        var consumer = Several();
        foreach (var file in Directory.EnumerateFiles(shared.Tools))
        {
            Directory.CreateDirectory(consumer.At("future tools"));
            File.Copy(file, Path.Combine(consumer.At("future tools"), Path.GetFileName(file)), overwrite: true);
        }

        var settings = consumer.At("future tools/mlguard.runtimeconfig.json");
        var text = File.ReadAllText(settings);
        var future = text.Replace("\"version\": \"10.", "\"version\": \"99.", StringComparison.Ordinal);
        Assert.NotEqual(text, future);
        File.WriteAllText(settings, future);

        AssertCouldNotRun(consumer, "future tools");
    }

    private static void AssertCouldNotRun(Consumer consumer, string tools)
    {
        var build = consumer.Build(AsProcess, $"-p:MlStrategyGuardTools={consumer.At(tools)}/");

        Assert.True(build.Passed, build.Command.Output);
        Assert.StartsWith(
            $"{consumer.At("mlstrategy.yaml")} : warning MLS0009: the guard could not run as a process (exit code ",
            Assert.Single(build.Lines), StringComparison.Ordinal);
    }

    private Consumer Several() => shared.Consumer.With(
        Strategies.TwoMetrics.Replace("positive: \"1\"\n", "positive: \"1\"\n  id: größer\n", StringComparison.Ordinal)
        + "rules: { MLS2002: warning }\n",
        testShift: 2);

    public sealed class Shared(PackageFeed feed)
    {
        internal Consumer Consumer { get; } = new(feed, folder: "Zoë's first app");

        internal string Tools { get; } = Path.Combine(feed.Restored, "mlstrategyguard", feed.Version, "tools/net10.0");
    }
}
