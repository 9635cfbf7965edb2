using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Norda.Bench.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.Passwords;

namespace Norda.Bench.Measure;

/// <summary>Milliseconds of /katalog alone and beside a hundred people who sign in over and over; what those were told; and one bcrypt verification.</summary>
internal sealed record StormFigures(List<double> Quiet, List<double> Storm, Dictionary<HttpStatusCode, int> Answers, List<double> Bcrypt);

/// <summary>The published app over 1,000 firms; every one of the hundred comes from an address of their own with an account of their own.</summary>
internal sealed partial class Storm(string server, string app)
{
    private const int Firms = 1_000;
    private const int Port = 5_871;
    private const int People = 100;
    private const int Pages = 300;
    private const int Hashes = 30;

    private int _asked;

    public async Task<StormFigures> Run()
    {
        var (site, _) = await AppProcess.Start([app, "serve"], Port, "/katalog", ("ConnectionStrings__Norda", PostgresFill.Connection(server, Firms)));
        await using var running = site;
        await Open(site, Pages); // warm
        var quiet = await Open(site, Pages);
        var answers = new Dictionary<HttpStatusCode, int>();
        using var over = new CancellationTokenSource();
        var people = Enumerable.Range(0, People).Select(i => Task.Run(() => Knock(site.Http.BaseAddress!, i, answers, over.Token))).ToList();
        while (people.Exists(p => !p.IsCompleted) && Count(answers) < People)
            await Task.Delay(20); // until everybody is at it
        var storm = await Open(site, Pages);
        await over.CancelAsync();
        await Task.WhenAll(people);
        return new StormFigures(quiet, storm, answers, Bcrypt());
    }

    private async Task<List<double>> Open(AppProcess site, int count)
    {
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var watch = Stopwatch.StartNew();
            await site.Ask([$"/katalog?q=transport&x=s{_asked++}"]);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    /// <summary>Signs in again and again until the measuring is over; whoever is told when to come back comes back then.</summary>
    private static async Task Knock(Uri site, int number, Dictionary<HttpStatusCode, int> answers, CancellationToken over)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site, Timeout = TimeSpan.FromMinutes(5) };
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{number}");
        var page = await browser.GetStringAsync(new Uri("/logowanie", UriKind.Relative), CancellationToken.None);
        var token = Token().Match(page).Groups["token"].Value;
        for (var i = 0; !over.IsCancellationRequested; i++)
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.Email"] = $"{number}-{i}@burza.example", ["Form.Password"] = "to nie jest moje hasło", ["__RequestVerificationToken"] = token });
            using var answer = await browser.PostAsync(new Uri("/logowanie", UriKind.Relative), form, CancellationToken.None);
            lock (answers)
                answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
            if (answer.Headers.RetryAfter?.Delta is { } pause)
                await Task.Delay(pause, CancellationToken.None);
        }
    }

    private static int Count(Dictionary<HttpStatusCode, int> answers)
    {
        lock (answers)
            return answers.Values.Sum();
    }

    private static List<double> Bcrypt()
    {
        var (hasher, nobody) = (new BcryptHasher(), new User { Name = "" });
        var hash = hasher.HashPassword(nobody, "trzy żagle nad Redą");
        var times = new List<double>();
        for (var i = 0; i < Hashes; i++)
        {
            var watch = Stopwatch.StartNew();
            hasher.VerifyHashedPassword(nobody, hash, "trzy żagle nad Redą");
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
