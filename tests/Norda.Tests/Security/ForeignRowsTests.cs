using System.Net;
using Norda.Platform.Access;

namespace Norda.Tests.Security;

/// <summary>Bartek keeps another firm, Celina only looks at Anna's: both try every address and every form that Anna and the office have.</summary>
[Collection(SiegeGround.Name)]
public sealed class ForeignRowsTests(Siege siege)
{
    [Fact]
    public async Task Anothers_address_shows_nothing_of_what_is_anothers()
    {
        await siege.Restore();
        var addresses = new List<string>();
        foreach (var owner in (string[])["anna", "biuro", "moderator", "admin"])
            addresses.AddRange((await siege.PagesOf(owner)).Select(v => v.Address));
        addresses = [.. addresses.Distinct().Where(IsNoLetter)];
        var (asked, leaks) = (0, new List<string>());
        foreach (var who in (string[])[Siege.Visitor, "bartek"])
        {
            foreach (var address in addresses)
            {
                var body = await (await siege[who].Client.GetAsync(address)).Content.ReadAsStringAsync();
                asked++;
                leaks.AddRange(Siege.Canaries.Where(c => body.Contains(c, StringComparison.Ordinal)).Select(c => $"{who}: {address} shows {c}"));
            }
        }

        Console.WriteLine($"   foreign rows: {asked} of others' addresses opened");
        Assert.Empty(leaks);
    }

    /// <summary>Otherwise the test above would look for what nobody is shown.</summary>
    [Fact]
    public async Task Each_canary_sings_for_those_it_belongs_to()
    {
        var bodies = new List<string>();
        foreach (var who in (string[])["anna", "biuro", "admin"])
            bodies.AddRange((await siege.PagesOf(who)).Select(v => v.Body));

        // The mailbox to which a link went is shown once the firm has answered; the name of a browser is shown in people's words.
        Assert.All(Siege.Canaries[..4], canary => Assert.Contains(bodies, body => body.Contains(canary, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Anothers_form_changes_nothing_of_what_is_anothers()
    {
        await siege.Restore();
        var anna = await siege.Person("anna");
        var (asked, passed, wrong) = (0, 0, new List<string>());
        var forms = (await siege.Forms()).Where(f => f.Who != Siege.Visitor && !IsForAnybody(f)).ToList();
        var before = await siege.Rows();
        foreach (var who in (string[])["bartek", "celina"])
        {
            var me = (await siege.Person(who)).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
            foreach (var form in forms.Where(f => !f.EndsTheVisit))
            {
                foreach (var tried in Tries(form))
                {
                    var answer = await siege[who].Send(tried, tried.Filled(), Siege.Picture());
                    asked++;
                    passed += answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.OK ? 1 : 0;
                    var after = await siege.Rows();
                    wrong.AddRange(RowChanges.Between(before, after).Where(row => IsAnnas(row, anna.Id, me)).Select(row => $"{who}: {tried} {answer.StatusCode} changed {row}"));
                    before = after;
                }
            }
        }

        Console.WriteLine($"   foreign rows: {asked} of others' forms sent, {passed} went through for one's own rows");
        await siege.Restore();
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>As Anna has it, and with her firm named beside.</summary>
    private IEnumerable<WebForm> Tries(WebForm form) => form.Action.Contains("firma=", StringComparison.Ordinal)
        ? [form] : [form, form with { Action = form.Action + (form.Action.Contains('?', StringComparison.Ordinal) ? '&' : '?') + $"firma={siege.AnnasFirm}" }];

    private bool IsAnnas(Access.Row row, int anna, string attacker)
    {
        var (firm, person) = ($"{siege.AnnasFirm}", $"{anna}");
        if (row.Table is "users" or "companies")
            return row["id"] == (row.Table == "users" ? person : firm);
        // The log names the attacker truly; the rows that it tells of are looked at themselves. Who belongs to the firm may write for it.
        if (row["user_id"] == attacker || row["author_id"] == attacker || row.Table is "audit_log" or "sign_in_failures")
            return false;
        return row["company_id"] == firm || row["user_id"] == person;
    }

    private static bool IsNoLetter(string address) => !address.Contains("firma/", StringComparison.Ordinal) && !System.Text.RegularExpressions.Regex.IsMatch(address, "/[A-Za-z0-9_-]{40,}$");

    private bool IsForAnybody(WebForm form) => siege.Map.RouteOf(form.Action.Split('?')[0]) is not { Access: { } access } || AccessTable.Rules[(access.Resource, access.Act)].Contains(Role.Visitor);
}
