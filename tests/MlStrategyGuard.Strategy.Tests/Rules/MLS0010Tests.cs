namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS0010Tests : RuleTest
{
    [Theory]
    [InlineData("label")]
    [InlineData("id")]
    [InlineData("group")]
    [InlineData("time")]
    [InlineData("source")]
    [InlineData("weight")]
    public void ColumnThatASplitLacks_IsReportedAtItsName(string role)
    {
        var finding = Single($"MLS0010 Error 2:{11 + role.Length}", $"version: 1\ndata: {{ {role}: price }}",
            Read(Data("train", "price", "age"), Data("dev", "prize", "age")));

        Assert.Equal($"'data.{role}' names the column 'price', and dev lacks it; did you mean 'prize'?", finding.Message);
        Assert.Equal("dev", finding.Split);
        Assert.Equal("price", finding.ColumnName);
    }

    [Fact]
    public void ColumnThatTwoOfThreeLack_NamesBoth() =>
        Assert.Equal(
            "'data.label' names the column 'y', and dev and test lack it; the columns there are age, height.",
            Single("MLS0010 Error 2:16", "version: 1\ndata: { label: y }",
                Read(Data("train", "y"), Data("dev", "age"), Data("test", "height"))).Message);

    [Fact]
    public void ColumnThatNoSplitHas_SaysSo() =>
        Assert.Equal(
            "'data.label' names the column 'y', and no split has it; the columns there are a1, a2, a3, a4, a5, a6, a7, a8, ….",
            Single("MLS0010 Error 2:16", "version: 1\ndata: { label: y }",
                Read(Data("dev", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"), Data("test", "a1"))).Message);

    [Fact]
    public void OtherCase_IsAnotherColumn() =>
        Assert.Contains("did you mean 'Price'?",
            Single("MLS0010 Error 2:16", "version: 1\ndata: { label: price }", Read(Data("dev", "Price"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void DeclaredColumnThatNoSplitHas_IsReportedAtItsName() =>
        Assert.Equal(
            "'data.columns' names the column 'devise', and no split has it; did you mean 'device'?",
            Single("MLS0010 Error 2:20", "version: 1\ndata: { columns: { devise: text } }",
                Read(Data("dev", "device"), Data("test", "device"))).Message);

    [Fact]
    public void FilterColumn_IsReportedAtItsName() =>
        Assert.Equal(
            "'splits.dev.where' names the column 'splt', and dev lacks it; did you mean 'split'?",
            Single("MLS0010 Error 2:37", "version: 1\nsplits: { dev: { files: a, where: { splt: dev } } }",
                Read(Data("dev", "split"))).Message);

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("y")]
    public void WaiverForAnySplitThatLacksIt_Covers(string where) =>
        Silent($"version: 1\ndata: {{ label: y }}\naccept: [{{ rule: MLS0010, where: {where}, because: unlabeled }}]",
            Read(Data("train", "y"), Data("dev", "a"), Data("test", "a")));

    [Fact]
    public void ColumnsThatAreThere_AreSilent() =>
        Silent("version: 1\ndata: { label: y, id: i, time: t, columns: { y: numeric } }",
            Read(Data("dev", "y", "i", "t"), Data("test", "t", "i", "y")));

    [Fact]
    public void DeclaredColumnThatOneSplitHas_IsSilent() =>
        Silent("version: 1\ndata: { columns: { device: text } }", Read(Data("dev", "device"), Data("test", "a")));

    [Fact]
    public void PatternWithoutAColumn_IsSilent() =>
        Silent("version: 1\ndata: { columns: { vector_*: embedding } }", Read(Data("dev", "a")));

    [Fact]
    public void IgnoredColumnThatIsNotThere_IsSilent() =>
        Silent("version: 1\ndata: { ignore: [path] }", Read(Data("dev", "a")));

    [Fact]
    public void FilterOfASplitThatWasNotRead_IsSilent() =>
        Silent("version: 1\nsplits: { dev: { files: a, where: { split: dev } }, test: { files: b } }", Read(Data("test", "a")));

    [Fact]
    public void DataThatWasNotRead_IsSilent()
    {
        Silent("version: 1\ndata: { label: y, columns: { z: text } }");
        Silent("version: 1\ndata: { label: y, columns: { z: text } }", Read());
    }

    private static Evidence Read(params SplitData[] splits) => new() { DataWasRead = true, Splits = splits };
}
