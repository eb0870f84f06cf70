namespace Merit.Host.Tests.Workspaces;

public sealed class VariablesTests
{
    private const string Source = Loading.Head + "sources:\n  a:\n    connector: files\n    into: spend\n    columns: [date]\n    path: ";

    [Theory]
    [InlineData("${DIR}/a.csv", "/env/a.csv")]
    [InlineData("\"${DIR}/${FILE}\"", "/env/from.csv")]
    [InlineData("'${NONE:-here}/a.csv'", "here/a.csv")]
    [InlineData("'${EMPTY:-here}'", "here")]
    [InlineData("'a${EMPTY}b'", "ab")]
    [InlineData("'$${DIR}'", "${DIR}")]
    [InlineData("'$DIR $ {'", "$DIR $ {")]
    [InlineData("'${NONE:-}x'", "x")]
    public void Variables_come_from_the_environment_then_dot_env_then_the_default(string written, string expected) =>
        Assert.Equal(expected, Path(written, "DIR=/dot\nFILE=from.csv\n", ("DIR", "/env"), ("EMPTY", "")));

    [Fact]
    public void A_value_cannot_become_structure() =>
        Assert.Equal("x, skip: 5 }\nname: b # ${DIR}", Path("${DIR}", null, ("DIR", "x, skip: 5 }\nname: b # ${DIR}")));

    [Fact]
    public void A_value_is_checked_but_never_shown()
    {
        var finding = Assert.Single(Loading.Findings(Source + "x\n    skip: '${SECRET}'", environment: ("SECRET", "hunter2")));

        Assert.StartsWith("merit.yaml(10,11): error MRT1007: sources.a.skip: '${SECRET}' is not a whole number.", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_option_does_not_show_its_value()
    {
        var finding = Assert.Single(Loading.Findings(Source + "x\n    skip: '${SECRET}'", environment: ("SECRET", "4711")));

        Assert.Contains("MRT1028: skip: '${SECRET}' is refused", finding, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", finding, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${A}/${B}", new[] { "merit.yaml(9,11): error MRT1008: The variable A is not set.", "merit.yaml(9,16): error MRT1008: The variable B is not set." })]
    [InlineData("'x${A}'", new[] { "merit.yaml(9,13): error MRT1008: The variable A is not set. Set it in the environment or in the file .env beside merit.yaml, or give a default: ${A:-value}." })]
    [InlineData("'${A'", new[] { "merit.yaml(9,12): error MRT1009" })]
    [InlineData("'${1A}'", new[] { "merit.yaml(9,12): error MRT1009: This reference to a variable is not complete. Write ${NAME} or ${NAME:-default}" })]
    public void Variables_without_a_value_are_said_at_their_place(string written, string[] expected)
    {
        var findings = Loading.Findings(Source + written);

        Assert.Equal(expected.Length, findings.Count);
        Assert.All(expected.Zip(findings), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FILE=plain", "plain")]
    [InlineData("export FILE = spaced out  # comment", "spaced out")]
    [InlineData("FILE=a#b", "a#b")]
    [InlineData("FILE='it is # $literal \\n'  # comment", "it is # $literal \\n")]
    [InlineData("FILE=\"two\\nlines \\\"quoted\\\" \\\\\"", "two\nlines \"quoted\" \\")]
    [InlineData("FILE=", "[]")]
    [InlineData("FILE= # comment", "[]")]
    [InlineData("# FILE=no\n\nFILE=first\nFILE=second\r\n", "second")]
    [InlineData("\uFEFFFILE=marked", "marked")]
    [InlineData("FILE==a=b", "=a=b")]
    public void Dot_env_lines(string dotEnv, string expected) => Assert.Equal(expected is "[]" ? "[]" : $"[{expected}]", Path("'[${FILE}]'", dotEnv));

    [Theory]
    [InlineData("A=1\nhunter2\n", ".env(2): error MRT1010: This line has no '='.")]
    [InlineData("2A=hunter2", ".env(1): error MRT1010: This line does not start with a name")]
    [InlineData("A=\"hunter2", ".env(1): error MRT1010: This line has a quote that is not closed.")]
    [InlineData("A='x' hunter2", ".env(1): error MRT1010: This line goes on after the closing quote.")]
    public void Broken_dot_env_lines_are_said_without_their_content(string dotEnv, string expected)
    {
        var finding = Assert.Single(Loading.Findings(Loading.Head, dotEnv));

        Assert.StartsWith(expected, finding, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", finding, StringComparison.Ordinal);
    }

    private static string Path(string written, string? dotEnv, params (string, string)[] environment) =>
        ((Loading.FilesOptions)Loading.Load(Source + written, dotEnv, environment).Sources[0].Options).Path;
}
