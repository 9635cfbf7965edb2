using System.Text.RegularExpressions;

namespace Norda.Tests.Architecture;

/// <summary>What may not stand in a file, read as text because a compiler does not see it.</summary>
public partial class WordingTests
{
    [Fact]
    public void No_file_puts_work_off() => Rule.Holds(Find(PutOff(), ".cs", ".cshtml", ".js", ".css"));

    [Fact]
    public void No_code_sleeps_in_comments() => Rule.Holds(Find(SleepingCode(), ".cs", ".cshtml", ".js"));

    [Fact]
    public void Pages_carry_no_inline_style_script_or_handler() => Rule.Holds(Find(Inline(), ".cshtml"));

    [Fact]
    public void Pages_carry_no_comment_over_the_wire() => Rule.Holds(Find(HtmlComment(), ".cshtml"));

    [Fact]
    public void Locked_packages_name_no_host() =>
        Assert.DoesNotContain(Sources.Files("lock.json").Concat(Sources.Files("-lock.json")), file => Host().IsMatch(file.Text));

    [Theory]
    [InlineData("var a = 1; // TO" + "DO: later")]
    [InlineData("@* FIX" + "ME *@")]
    public void Planted_put_off_work_is_seen(string line) => Assert.Matches(PutOff(), line);

    [Theory]
    [InlineData("    // var old = Load(path);")]
    [InlineData("        // if (old) {")]
    [InlineData("// return Task.CompletedTask;")]
    [InlineData("@* @await Html.PartialAsync(\"_Old\") *@")]
    [InlineData("@* <p class=\"old\">text</p> *@")]
    [InlineData("/* display(old); */")]
    public void Planted_sleeping_code_is_seen(string line) => Assert.Matches(SleepingCode(), line);

    [Theory]
    [InlineData("    // Microsoft.Data.Sqlite has no asynchronous path: both come to the same.")]
    [InlineData("/// <summary>Runs a verb: <c>app.Run(verb);</c></summary>")]
    [InlineData("@* The badge is decoration: the word beside it says the same. *@")]
    [InlineData("var url = \"http://127.0.0.1;\";")]
    public void Prose_is_not_taken_for_code(string line) => Assert.DoesNotMatch(SleepingCode(), line);

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script nonce=\"x\">")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void Planted_inline_code_is_seen(string line) => Assert.Matches(Inline(), line);

    [Theory]
    [InlineData("<script type=\"module\" src=\"@Assets[\"js/ui.js\"]\"></script>")]
    [InlineData("<script type=\"application/ld+json\">")]
    [InlineData("<chip on=\"true\">")]
    public void Scripts_in_files_and_data_are_allowed(string line) => Assert.DoesNotMatch(Inline(), line);

    [Fact]
    public void A_planted_host_in_a_lock_file_is_seen() => Assert.Matches(Host(), "\"resolved\": \"https://registry.example/htmx.tgz\"");

    private static IEnumerable<string> Find(Regex offence, params string[] kinds) =>
        from kind in kinds
        from file in Sources.Files(kind)
        where !file.Name.EndsWith("WordingTests.cs", StringComparison.Ordinal) // holds the planted ones
        from line in file.Text.Split('\n').Index()
        where offence.IsMatch(line.Item)
        select $"{file.Name}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex PutOff();

    [GeneratedRegex(@"^\s*//(?!/).*[;{}]\s*$|^\s*/\*.*[;{}]\s*\*/\s*$|@\*\s*(@\w+[ .(]|<\w+[ >]).*\*@")]
    private static partial Regex SleepingCode();

    [GeneratedRegex(@"\sstyle\s*=\s*[""']|<script(?![^>]*\bsrc=)(?![^>]*type=""application/ld\+json"")|<\w[^>]*\son[a-z]+\s*=\s*[""']|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex("<!--")]
    private static partial Regex HtmlComment();

    [GeneratedRegex("https?://(?!localhost)")]
    private static partial Regex Host();
}
