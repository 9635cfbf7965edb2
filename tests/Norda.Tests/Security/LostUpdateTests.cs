using System.Net;

namespace Norda.Tests.Security;

/// <summary>Two people open the same form, and both press its button.</summary>
[Collection(SiegeGround.Name)]
public sealed class LostUpdateTests(Siege siege)
{
    /// <summary>Of one person alone, who wrote the earlier text too; or a second one beside the first, which changes nothing.</summary>
    private static readonly string[] Ones = ["/firma/{slug}/polec", "/zglos", "/konto"];

    [Fact]
    public async Task Of_two_who_change_the_same_text_one_is_saved_and_the_other_sees_both()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "Rows are put back after every form, which SQLite does in milliseconds; the editor's own tests run on both.");
        var (raced, wrong) = (new List<string>(), new List<string>());
        foreach (var form in await siege.Forms())
        {
            if (form.Fields.FirstOrDefault(f => f.IsProse && f.Value.Length > 0) is not { } field || Ones.Contains(siege.Map.RouteOf(form.Action.Split('?')[0])!.Route))
                continue;
            await siege.Restore();
            var before = await siege.Rows();
            var (first, second) = (Changed(field, " Raz"), Changed(field, " Dwa"));
            var winner = await siege[form.Who].Send(form, form.With(field.Name, first));
            if (winner.StatusCode != HttpStatusCode.Redirect || !RowChanges.Between(before, await siege.Rows()).Any(r => r.Values.Any(v => v.Value.Contains(first, StringComparison.Ordinal))))
                continue;
            raced.Add(form.ToString());
            var loser = await siege[form.Who].Send(form, form.With(field.Name, second));
            var shown = System.Net.WebUtility.HtmlDecode(await loser.Content.ReadAsStringAsync());
            if (loser.StatusCode is not (HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.UnprocessableEntity))
                wrong.Add($"{form} {field.Name}: the first text is lost ({loser.StatusCode})");
            else if (!shown.Contains(first, StringComparison.Ordinal) || !shown.Contains(second, StringComparison.Ordinal))
                wrong.Add($"{form} {field.Name}: the loser does not see both texts");
        }

        Console.WriteLine($"   lost update: {raced.Count} forms raced:\n      {string.Join("\n      ", raced)}");
        await siege.Restore();
        Assert.True(raced.Count >= 5, $"Only {raced.Count} forms were raced.");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static string Changed(WebField field, string ending) => field.Value[..Math.Min(field.Value.Length, field.Longest - ending.Length)].TrimEnd() + ending;
}
