using System.Reflection;

namespace MlStrategyGuard.Mutation;

/// <summary>Runs the tests that enter a mutant's member until one of them fails.</summary>
internal sealed class MutantRun
{
    private readonly TestSuite suite;
    private readonly FieldInfo active;
    private readonly FieldInfo steps;

    /// <summary>The tests by member, those that have killed before in front.</summary>
    private readonly Dictionary<int, List<TestCase>> entering = [];

    private MutantRun(TestSuite suite)
    {
        this.suite = suite;
        active = suite.Switch.GetField("Active")!;
        steps = suite.Switch.GetField("Steps")!;
    }

    /// <summary>Runs every test without a mutation, to see which members it enters and how many steps it takes.</summary>
    /// <exception cref="InvalidOperationException">A test fails without a mutation.</exception>
    public static MutantRun Start(TestSuite suite)
    {
        var run = new MutantRun(suite);
        var entered = (bool[])suite.Switch.GetField("Entered")!.GetValue(null)!;
        var most = 0L;
        foreach (var test in suite.Cases)
        {
            Array.Clear(entered);
            if (run.Fails(test, 0) is { } failure)
                throw new InvalidOperationException($"{test} fails without a mutation: {failure}");
            most = Math.Max(most, (long)run.steps.GetValue(null)!);
            for (var member = 0; member < entered.Length; member++)
            {
                if (!entered[member])
                    continue;
                if (!run.entering.TryGetValue(member, out var tests))
                    run.entering[member] = tests = [];
                tests.Add(test);
            }
        }

        suite.Switch.GetField("MostSteps")!.SetValue(null, (10 * most) + 100_000);
        return run;
    }

    /// <summary>Whether a test fails with this mutant.</summary>
    public bool Kills(Mutant mutant)
    {
        if (!entering.TryGetValue(mutant.Member, out var tests))
            return false;

        var own = Path.GetFileNameWithoutExtension(mutant.File) + "Tests";
        var killer = tests.OrderBy(test => test.Class.Name != own).FirstOrDefault(test => Fails(test, mutant.Number) is not null);
        if (killer is null)
            return false;
        tests.Remove(killer);
        tests.Insert(0, killer);
        return true;
    }

    private Exception? Fails(TestCase test, int number)
    {
        active.SetValue(null, number);
        steps.SetValue(null, 0L);
        try
        {
            return test.Run();
        }
        finally
        {
            active.SetValue(null, 0);
        }
    }
}
