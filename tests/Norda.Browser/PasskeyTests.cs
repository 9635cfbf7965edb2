using Microsoft.Playwright;

namespace Norda.Browser;

/// <summary>Keys of the device, with Chromium's own authenticator; and the strength of a password, counted as the server counts it.</summary>
public class PasskeyTests(BrowserApp app)
{
    [Fact]
    public async Task Celina_adds_a_key_and_signs_in_with_it()
    {
        await using var visitor = await app.Visitor();
        // Browsers know keys on localhost and under https, not under a bare address.
        var site = app.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var watched = await Watched.Open(visitor, site + "/logowanie");
        var page = watched.Page;
        var tools = await visitor.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true },
        });
        await page.FillAsync("[name='Form.Email']", "celina@norda.example");
        await page.FillAsync("[name='Form.Password']", Norda.Features.Accounts.Demo.DemoPeople.Password);
        await page.ClickAsync("main form button.btn-primary");
        await page.GotoAsync(site + "/konto/klucze");
        await page.FillAsync("form[data-passkey] [name='Form.Name']", "Laptop");
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator("li input[name='Form.Name']")).ToHaveValueAsync("Laptop");

        await page.GotoAsync(site + "/konto");
        await page.ClickAsync("form[action$='/wyloguj'] button");
        await page.GotoAsync(site + "/logowanie?powrot=/konto/sesje");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/konto/sesje");
        watched.IsQuiet();
    }

    [Fact]
    public async Task A_browser_that_turns_the_key_away_says_so_and_the_password_remains()
    {
        await using var visitor = await app.Visitor();
        var page = (await Watched.Open(visitor, app.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/logowanie")).Page;
        await page.EvaluateAsync("() => { navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError')); }");
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator("form[data-passkey] [role=alert]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name='Form.Password']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Strength_is_said_while_one_types_and_counted_as_the_server_does()
    {
        await using var visitor = await app.Visitor();
        var watched = await Watched.Open(visitor, "/rejestracja");
        var (page, meter) = (watched.Page, watched.Page.Locator(".strength meter"));
        foreach (var password in (string[])["a", "Norda2026!!!!!!!", "rower łódka", "rower łódka sad", "rower łódka sadzawka mgła", "abcdefghijklmnop", "👩‍🚀🐳🌊⛵️🧭🪝🐟🦀🏖️🌅🗺️🧂🪢🚤🐚 wyprawa", "密码密馬水火木金土日月山川田人"])
        {
            await page.FillAsync("[name='Form.Password']", password);
            Assert.Equal(Norda.Features.Accounts.Passwords.PasswordStrength.Of(password), (int)await meter.EvaluateAsync<double>("m => m.value"));
        }

        await Assertions.Expect(page.Locator(".strength")).ToBeVisibleAsync();
        watched.IsQuiet();
    }
}
