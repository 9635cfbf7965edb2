using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Mail;

namespace Norda.Tests.Security;

/// <summary>Nobody is led to another site: not by a letter, not by a page, not by a redirect.</summary>
[Collection(SiegeGround.Name)]
public sealed partial class ForgedAddressTests(Siege siege)
{
    private const string Evil = "zly.example";

    private static readonly string[] Elsewhere =
    [
        "//" + Evil, "///" + Evil, "/\\" + Evil, "\\\\" + Evil, "/\t/" + Evil, "\t//" + Evil, " //" + Evil, "https:" + Evil, "https:/" + Evil, "https://" + Evil, "HTTPS://" + Evil, "http://localhost@" + Evil,
        "/%2f" + Evil, "/%5c" + Evil, "%2f%2f" + Evil, "/\r\n/" + Evil, "~//" + Evil, "javascript:alert(1)", "data:text/html,x", "/.//" + Evil, "//" + Evil + "/%2e%2e",
    ];

    [Fact]
    public async Task Letters_lead_home_whatever_the_host_header_says()
    {
        await siege.Restore();
        var before = await siege.Db(db => db.Set<OutboxMail>().CountAsync());
        foreach (var form in await siege.Forms())
            await siege[form.Who].Send(form, form.Filled(), Siege.Picture(), more: request =>
            {
                request.Headers.Host = Evil;
                request.Headers.Add("X-Forwarded-Host", Evil);
                request.Headers.Add("Forwarded", "host=" + Evil);
            });

        var letters = await siege.Db(db => db.Set<OutboxMail>().ToListAsync());
        Assert.True(letters.Count > before + 2, $"Only {letters.Count - before} letters were written.");
        Assert.DoesNotContain(letters, l => (l.Subject + l.Text + l.Html).Contains(Evil, StringComparison.Ordinal));
        await siege.Restore();
    }

    [Fact]
    public async Task A_site_that_knows_its_address_answers_to_no_other()
    {
        await using var site = await siege.Changed(host => host.UseSetting("Norda:PublicUrl", "https://katalog.izba.example"));
        var visitor = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

        Assert.Equal(HttpStatusCode.BadRequest, (await Ask(visitor, "/katalog", Evil)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(visitor, "/katalog", "katalog.izba.example")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(visitor, "/health/live", "127.0.0.1:5080")).StatusCode);
        foreach (var address in siege.Map.Addresses.Append("/sitemap.xml").Append("/robots.txt"))
        {
            var body = await (await Ask(visitor, address, "localhost")).Content.ReadAsStringAsync();
            Assert.DoesNotContain(Evil, body, StringComparison.Ordinal);
            foreach (Match canonical in Canonical().Matches(body))
                Assert.Matches("^(https://katalog\\.izba\\.example)?/(?!/)", canonical.Groups[1].Value + canonical.Groups[2].Value);
        }
    }

    [Fact]
    public async Task A_page_that_was_kept_for_a_forged_host_is_shown_to_nobody_else()
    {
        var visitor = siege.Client();
        foreach (var address in (string[])["/", "/katalog", "/firma/pixlab-sp-z-o-o"])
        {
            await Ask(visitor, address, Evil);
            Assert.DoesNotContain(Evil, await (await visitor.GetAsync(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_field_and_no_question_redirects_to_another_site()
    {
        var (asked, wrong) = (0, new List<string>());
        foreach (var form in await siege.Forms())
        {
            await siege.Restore();
            var tried = form.Fields.Any(f => f.Kind == "password") ? Elsewhere[..4] : Elsewhere; // each right password costs a tenth of a second
            foreach (var field in form.Fields.Select(f => f.Name).Concat(siege.Map.RouteOf(form.Action.Split('?')[0])!.Names).Distinct().Where(n => Returns().IsMatch(n)))
            {
                foreach (var elsewhere in tried)
                {
                    var fields = form.With(field, elsewhere);
                    var query = form.Action.Split('?')[0] + "?" + string.Join('&', form.Action.Split('?').Skip(1).SelectMany(q => q.Split('&')).Where(p => !p.StartsWith(field + "=", StringComparison.Ordinal)).Append($"{field}={Uri.EscapeDataString(elsewhere)}"));
                    foreach (var answer in new[] { await siege[form.Who].Send(form, fields), await siege[form.Who].Send(form with { Action = query }, fields), await siege[form.Who].Client.GetAsync(query) })
                    {
                        asked++;
                        if (!IsHome(answer.Headers.Location))
                            wrong.Add($"{form} {field}={elsewhere}: {answer.Headers.Location!.OriginalString}");
                    }
                }
            }
        }

        Console.WriteLine($"   redirects: {asked} tries");
        await siege.Restore();
        Assert.True(asked > 100);
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>As a browser reads it: a backslash is a slash, a tab is nothing.</summary>
    private static bool IsHome(Uri? to)
    {
        if (to is null)
            return true;
        var address = string.Concat(to.OriginalString.Where(c => !char.IsControl(c) && c != ' ')).Replace('\\', '/');
        return address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient visitor, string address, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Host", Evil);
        return await visitor.SendAsync(request);
    }

    [GeneratedRegex("powrot|return|url$|next|back|redirect|dalej|cel|skad|dokad", RegexOptions.IgnoreCase)]
    private static partial Regex Returns();

    [GeneratedRegex("rel=\"?(?:canonical|alternate)\"?[^>]*href=\"?([^\" >]+)|<loc>([^<]+)")]
    private static partial Regex Canonical();
}
