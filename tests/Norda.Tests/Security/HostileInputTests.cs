using System.Text.RegularExpressions;

namespace Norda.Tests.Security;

/// <summary>What nobody types: it is refused or cleaned, and never a fault of ours.</summary>
[Collection(SiegeGround.Name)]
public sealed partial class HostileInputTests(Siege siege)
{
    private const string Unprintable = "a\0b\u0001\u001b[31m\u007f\u0085\u202e\ufffe";

    private static readonly string[] Values =
    [
        "%00", "a%00b", "%01%1b%7f", "%ED%A0%80", "%FF%FE", "%C0%AF", "%", "%zz", "'", "''--", "%27%20OR%201%3D1%20--", "%3B%20DROP%20TABLE%20users", "%22%20OR%20%22%22%3D%22", "*", "%28", "%29%29", "a%20NEAR%20b",
        "%22unclosed", "AND%20OR%20NOT", "%3A%2A", "a%3A%2A%26b", "%5C", "%5C%5C%27", "-1", "0", "2147483648", "99999999999999999999", "1e309", "NaN", "true", "null", "undefined", "%5B%5D", "%7B%7D", "..%2F..%2Fetc%2Fpasswd",
        "%3Cscript%3Ealert(1)%3C/script%3E", "%0D%0ASet-Cookie%3A%20x%3D1", "%E2%80%AE%F0%9F%92%A3", "%F0%9F%92%A9", "0001-01-01", "9999-12-31T23%3A59%3A59Z", "00000000-0000-0000-0000-000000000000", "a,b,c", "x%5Bx%5D%5Bx", "1%2C5",
    ];

    [Fact]
    public async Task Control_characters_in_any_field_are_no_fault_of_ours()
    {
        await siege.Restore();
        var (asked, wrong) = (0, new List<string>());
        foreach (var form in await siege.Forms())
        {
            foreach (var field in form.Fields.Select(f => f.Name).Append(form.Button?.Key).OfType<string>().Distinct())
            {
                var answer = await siege[form.Who].Send(form, form.With(field, Unprintable), Siege.Picture());
                asked++;
                if (await Fault(answer) is { } fault)
                    wrong.Add($"{form} {field}: {fault}");
            }
        }

        Console.WriteLine($"   hostile: {asked} fields with control characters");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.DoesNotContain(await siege.Rows(), row => row.Values.Any(v => v.Value.Any(c => c is '\0' or '\u0001' or '\u001b' or '\u007f')));
    }

    [Fact]
    public async Task Too_much_in_every_field_at_once_and_names_that_nobody_gave_are_no_fault_of_ours()
    {
        await siege.Restore();
        var wrong = new List<string>();
        foreach (var form in await siege.Forms())
        {
            var names = form.Fields.Select(f => f.Name).Distinct().ToList();
            var floods = new Dictionary<string, IEnumerable<KeyValuePair<string, string>>>
            {
                ["long"] = names.Select(n => KeyValuePair.Create(n, new string('ż', 40_000))),
                ["empty"] = names.Select(n => KeyValuePair.Create(n, "")),
                ["doubled"] = form.Filled().Concat(form.Filled()),
                ["many"] = Enumerable.Range(0, 1500).Select(i => KeyValuePair.Create($"x{i}", "1")),
                ["deep"] = [.. form.Filled(), new("Form[[[", "1"), new("Form[a].b[0].c", "1"), new("Form.", "1"), new("[", "1"), new(new string('[', 300), "1"), new("a\0b", "1"), new("", "1")],
            };
            foreach (var (kind, fields) in floods)
                if (await Fault(await siege[form.Who].Send(form, fields, Siege.Picture())) is { } fault)
                    wrong.Add($"{form} {kind}: {fault}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Five_hundred_hostile_questions_are_no_fault_of_ours()
    {
        await siege.Restore();
        var random = new Random(20261122);
        var questions = Questions().ToList();
        var wrong = new List<string>();
        foreach (var question in Enumerable.Range(0, 500).Select(_ => questions[random.Next(questions.Count)]).Concat(Segments()))
        {
            var who = Siege.Everyone[random.Next(Siege.Everyone.Length)];
            if (await Fault(await siege[who].Client.GetAsync(question)) is { } fault)
                wrong.Add($"{who}: {question} {fault}");
        }

        Console.WriteLine($"   hostile: 500 of {questions.Count} questions");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Every name that a page reads, with every value.</summary>
    private IEnumerable<string> Questions() =>
        from road in siege.Map.Roads
        where road.IsRead && !road.Route.StartsWith("/blad/", StringComparison.Ordinal)
        from name in road.Names
        from value in Values
        select $"{Access.Addresses.Of(road.Route)}?{name}={value}&{name}[]={value}";

    /// <summary>Places in addresses.</summary>
    private IEnumerable<string> Segments() =>
        from road in siege.Map.Roads
        where road.IsRead && road.Route.Contains('{', StringComparison.Ordinal) && !road.Route.StartsWith("/blad/", StringComparison.Ordinal)
        from value in (string[])["%01", "..%2F..%2Fetc", "%C0%AF", "%27", new string('a', 3000), "%F0%9F%92%A9"]
        select Place().Replace(road.Route, value);

    private static async Task<string?> Fault(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        return (int)answer.StatusCode >= 500 || body.Contains("   at Norda.", StringComparison.Ordinal) || body.Contains("Exception", StringComparison.Ordinal) ? $"{answer.StatusCode}" : null;
    }

    [GeneratedRegex(@"\{[^}]*(\}[^/]*)?\}?")]
    private static partial Regex Place();
}
