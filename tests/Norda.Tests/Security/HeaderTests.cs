using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Features.Accounts.Demo;

namespace Norda.Tests.Security;

/// <summary>What every page tells the browser that it may do, and what it may do with our cookies.</summary>
[Collection(SiegeGround.Name)]
public sealed class HeaderTests(Siege siege)
{
    [Fact]
    public async Task Every_page_forbids_what_it_does_not_need()
    {
        var (pages, wrong) = (0, new List<string>());
        foreach (var who in Siege.Everyone)
        {
            foreach (var visit in await siege.PagesOf(who))
            {
                pages++;
                wrong.AddRange(Faults(visit.Answer).Where(fault => !IsReader(visit.Address, fault) && !(visit.IsLetter && fault.StartsWith("CSP", StringComparison.Ordinal))).Select(fault => $"{who}: {visit.Address} {fault}"));
            }
        }

        Console.WriteLine($"   headers: {pages} answers");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Answers_to_forms_forbid_it_too()
    {
        await siege.Restore();
        var wrong = new List<string>();
        foreach (var form in await siege.Forms())
            wrong.AddRange(Faults(await siege[form.Who].Send(form, form.Filled(), Siege.Picture())).Select(fault => $"{form} {fault}"));
        await siege.Restore();

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Pages_of_a_person_are_kept_nowhere()
    {
        foreach (var who in Siege.Everyone.Where(w => w != Siege.Visitor))
            Assert.Empty((await siege.PagesOf(who)).Where(v => v.IsPage && v.Answer.Headers.CacheControl is not ({ NoStore: true } or { NoCache: true } or { Private: true })).Select(v => $"{who}: {v.Address} {v.Answer.Headers.CacheControl}"));
    }

    /// <summary>The look is written by a script of ours and says nothing about anybody.</summary>
    [Fact]
    public async Task With_https_each_cookie_goes_to_this_host_alone_and_never_in_the_clear()
    {
        await siege.Restore();
        await using var site = await siege.Changed(host => host.UseSetting("Norda:PublicUrl", "https://localhost"));
        var browser = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        var answers = new List<HttpResponseMessage> { await browser.GetAsync("/logowanie") };
        answers.Add(await browser.Fill("/logowanie", null, new() { ["Form.Email"] = "anna" + DemoPeople.Domain, ["Form.Password"] = DemoPeople.Password }));
        answers.Add(await browser.GetAsync("/konto/sesje"));
        answers.Add(await browser.Fill("/moja-firma/nagrody", "Dodaj nagrodę", new() { ["Form[name]"] = "Nagroda" }));

        var cookies = answers.SelectMany(a => a.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).Where(c => !c.StartsWith("theme=", StringComparison.Ordinal)).ToList();
        Assert.True(cookies.Count >= 3, string.Join('\n', cookies));
        Assert.All(cookies, c =>
        {
            Assert.StartsWith("__Host-", c, StringComparison.Ordinal);
            foreach (var flag in (string[])["secure", "httponly", "samesite=lax", "path=/"])
                Assert.Contains(flag, c, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase);
        });
        Assert.All(answers, a => Assert.Contains("max-age=31536000", a.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal));
        await siege.Restore();
    }

    [Fact]
    public void The_server_does_not_say_what_it_is() => Assert.False(siege.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.AddServerHeader);

    /// <summary>The reader of the API's description writes its styles itself; it has no inline script and shows nothing that people typed.</summary>
    private static bool IsReader(string address, string fault) => address is "/api" or "/en/api" && fault.StartsWith("CSP:", StringComparison.Ordinal) && !fault.Split(';').Any(d => d.Contains("script-src", StringComparison.Ordinal) && d.Contains("unsafe", StringComparison.Ordinal));

    private static IEnumerable<string> Faults(HttpResponseMessage answer)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : "";
        var policy = Header("Content-Security-Policy");
        if (policy.Contains("unsafe", StringComparison.Ordinal) || policy.Contains('*', StringComparison.Ordinal) || policy.Contains("data:", StringComparison.Ordinal))
            yield return "CSP: " + policy;
        foreach (var rule in (string[])["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
            if (!policy.Contains(rule, StringComparison.Ordinal))
                yield return "CSP without " + rule;
        if (Header("X-Content-Type-Options") != "nosniff")
            yield return "no nosniff";
        if (Header("Referrer-Policy") is not ("strict-origin-when-cross-origin" or "no-referrer" or "same-origin"))
            yield return "Referrer-Policy";
        if (Header("Cross-Origin-Opener-Policy") != "same-origin")
            yield return "Cross-Origin-Opener-Policy";
        if (Header("Server").Length + Header("X-Powered-By").Length > 0)
            yield return "says what it is";
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
            if (!cookie.Contains("samesite=", StringComparison.OrdinalIgnoreCase) || !cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && !cookie.StartsWith("theme=", StringComparison.Ordinal))
                yield return "cookie " + cookie;
    }
}
