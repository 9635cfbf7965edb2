using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts.Demo;

namespace Norda.Tests.Security;

/// <summary>Nobody learns from an answer who has an account.</summary>
[Collection(SiegeGround.Name)]
public sealed partial class EnumerationTests(Siege siege)
{
    private const string Known = "bartek" + DemoPeople.Domain;
    private const string Disabled = "celina" + DemoPeople.Domain;
    private const string Unknown = "bardek" + DemoPeople.Domain;

    private static readonly Dictionary<string, string> Registering = new() { ["Form.Name"] = "Ktoś Nowy", ["Form.Nip"] = "5252344078", ["Form.Password"] = WebForm.NewPassword, ["Form.Accepts"] = "true" };

    public static TheoryData<string, string> Forms => new()
    {
        { "/logowanie", "Form.Email" },
        { "/haslo", "Email" },
        { "/rejestracja", "Form.Email" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Known_disabled_and_unknown_addresses_get_the_same_answer_to_the_byte(string address, string field)
    {
        await siege.Restore();
        await siege.Db(db => db.Users.Where(u => u.Email == Disabled).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        var unknown = await Answer(address, field, Unknown, Registering);
        Assert.Equal(unknown, await Answer(address, field, Known, Registering));
        Assert.Equal(unknown, await Answer(address, field, Disabled, Registering));
        await siege.Restore();
    }

    [Fact]
    public async Task A_registration_that_is_refused_is_refused_alike()
    {
        await siege.Restore();
        var weak = new Dictionary<string, string>(Registering) { ["Form.Password"] = "krótkie" };

        Assert.Equal(await Answer("/rejestracja", "Form.Email", Unknown, weak), await Answer("/rejestracja", "Form.Email", Known, weak));
        await siege.Restore();
    }

    [Fact]
    public async Task Waiting_after_many_failures_is_the_same_for_all()
    {
        await siege.Restore();
        for (var i = 0; i < 5; i++)
            Assert.Equal(await Answer("/logowanie", "Form.Email", Unknown, Registering), await Answer("/logowanie", "Form.Email", Known, Registering));
        await siege.Restore();
    }

    /// <summary>Status, headers and body, without the token, the address itself and the value of cookies.</summary>
    private async Task<string> Answer(string address, string field, string email, Dictionary<string, string> more)
    {
        var form = new Dictionary<string, string>(more) { [field] = email };
        var answer = await siege.Client().Fill(address, null, form);
        var page = answer.Headers.Location is { } next ? await siege.Client().GetAsync(next) : answer;
        var text = $"{answer.StatusCode}\n{answer.Headers}\n{page.StatusCode}\n{await page.Content.ReadAsStringAsync()}";
        return Drawn().Replace(text.Replace(email, "ADRES", StringComparison.Ordinal), "*");
    }

    [GeneratedRegex(@"CfDJ8[\w-]+|(?<=challenge&quot;:&quot;)[\w-]+")]
    private static partial Regex Drawn();
}
