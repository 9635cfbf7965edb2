using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using Norda.Features.Office;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Tests.Accounts;

namespace Norda.Tests.Office;

/// <summary>Each test begins with a copy that nobody has set up: an application of its own.</summary>
public sealed class FirstRunTests : TestApp
{
    private const string Start = "/pierwsze-uruchomienie";

    [Fact]
    public async Task Whoever_holds_the_server_sets_the_chamber_up_in_three_steps()
    {
        var browser = await WithCode();
        var chamber = await browser.Fill(Start + "/izba", null, new() { ["Form.Name"] = "Izba Żuław", ["Form.Owner"] = "Izba Gospodarcza, Nowy Dwór", ["Form.BrandHue"] = "145,5", ["Form.BrandChroma"] = "0,08" });
        Assert.Equal(Start + "/poczta", chamber.Headers.Location!.ToString());
        var mail = await browser.Fill(Start + "/poczta", null, new() { ["Form.Host"] = "smtp.izba.example", ["Form.Port"] = "465", ["Form.From"] = "biuro@izba.example", ["Form.Password"] = "tajne słowo" });
        Assert.Equal(Start + "/administrator", mail.Headers.Location!.ToString());
        var admin = await browser.Fill(Start + "/administrator", null, Admin("szefowa@izba.example"));
        Assert.Equal("/konto/drugi-skladnik", admin.Headers.Location!.ToString());

        Assert.EndsWith("Izba Żuław", (await (await browser.GetAsync("/konto")).Page()).Title, StringComparison.Ordinal);
        var look = Services.GetRequiredService<IOptions<ChamberOptions>>().Value;
        Assert.Equal((145.5, 0.08, "Izba Gospodarcza, Nowy Dwór"), (look.BrandHue, look.BrandChroma, look.Owner));
        var post = Services.GetRequiredService<IOptions<MailOptions>>().Value;
        Assert.Equal(("smtp.izba.example", 465, "tajne słowo"), (post.Host, post.Port, post.Password));
        Assert.True(await Db(db => db.Users.AnyAsync(u => u.Email == "szefowa@izba.example" && u.IsAdmin && u.EmailConfirmed && u.Roles.Any(r => r.Role == Role.Admin))));
        Assert.Equal(HttpStatusCode.Redirect, (await Client().Login("szefowa@izba.example")).StatusCode);
    }

    [Fact]
    public async Task The_door_closes_behind_the_first_administrator()
    {
        var (first, second) = (await WithCode(), await WithCode());
        await first.Fill(Start + "/administrator", null, Admin("pierwsza@izba.example"));

        foreach (var step in (string[])["", "/izba", "/poczta", "/administrator"])
            foreach (var browser in (HttpClient[])[first, second, Client()])
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Start + step)).StatusCode);
        Assert.Null(await Run<FirstRunCode, string?>(code => code.Issue(CancellationToken.None)));
    }

    [Fact]
    public async Task Of_two_who_finish_at_the_same_moment_one_becomes_administrator()
    {
        var (one, other) = (await WithCode(), await WithCode());
        var (page, beside) = (await (await one.GetAsync(Start + "/administrator")).Page(), await (await other.GetAsync(Start + "/administrator")).Page());

        await Task.WhenAll(one.Send(page, Start + "/administrator", null, Admin("jedna@izba.example")), other.Send(beside, Start + "/administrator", null, Admin("druga@izba.example")));

        Assert.Equal(1, await Db(db => db.Set<StaffRole>().CountAsync(r => r.Role == Role.Admin)));
        Assert.Equal(1, await Db(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_stranger_without_the_code_gets_no_further_than_the_first_page()
    {
        var stranger = Client();
        foreach (var step in (string[])["/izba", "/poczta", "/administrator"])
            Assert.Equal(Start, (await stranger.GetAsync(Start + step)).Headers.Location!.ToString());
        var guess = await stranger.Fill(Start, "Zaczynamy", new() { ["Code"] = AccountToken.NewSecret() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, guess.StatusCode);
        Assert.Empty(await Db(db => db.Set<ChamberSetting>().ToListAsync()));
    }

    [Fact]
    public async Task A_code_is_old_after_a_day_and_a_code_of_another_kind_is_none()
    {
        var old = await Run<FirstRunCode, string?>(code => code.Issue(CancellationToken.None));
        Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Client().Fill(Start, "Zaczynamy", new() { ["Code"] = old! })).StatusCode);
        var invitation = AccountToken.NewSecret();
        await Db(async db =>
        {
            db.Add(new AccountToken { Purpose = TokenPurpose.Invitation, Hash = AccountToken.HashOf(invitation), ExpiresAt = Clock.GetUtcNow().UtcDateTime.AddDays(1) });
            await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Client().Fill(Start, "Zaczynamy", new() { ["Code"] = invitation })).StatusCode);
    }

    [Fact]
    public async Task Administrators_of_the_command_line_close_it_too()
    {
        await Run<MakeAdmin, string>(verb => verb.Run("admin@izba.example", "Admin", CancellationToken.None));

        Assert.Equal(HttpStatusCode.NotFound, (await Client().GetAsync(Start)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_is_lost()
    {
        var browser = await WithCode();
        var page = await (await browser.Fill(Start + "/izba", null, new() { ["Form.Name"] = "Izba Żuław", ["Form.BrandHue"] = "400" })).Page();

        Assert.Equal("Barwa to liczba od 0 do 360.", page.QuerySelector("#Form_BrandHue-e")!.TextContent.Trim());
        Assert.Equal("Izba Żuław", page.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Fill(Start + "/administrator", null, new(Admin("a@izba.example")) { ["Form.Password"] = "za krótkie" })).StatusCode);
        Assert.Empty(await Db(db => db.Users.ToListAsync()));
    }

    [Fact]
    public async Task A_start_without_an_administrator_makes_a_code()
    {
        Assert.Equal(1, await Db(db => db.Set<AccountToken>().CountAsync(t => t.Purpose == TokenPurpose.FirstRun)));
    }

    private async Task<HttpClient> WithCode()
    {
        var browser = Client();
        var code = await Run<FirstRunCode, string?>(verb => verb.Issue(CancellationToken.None));
        Assert.Equal(Start + "/izba", (await browser.Fill(Start, "Zaczynamy", new() { ["Code"] = code! })).Headers.Location!.ToString());
        return browser;
    }

    private static Dictionary<string, string> Admin(string email) => new() { ["Form.Name"] = "Szefowa Biura", ["Form.Email"] = email, ["Form.Password"] = Registering.Password };
}
