using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Norda.Tests.Accounts;

/// <summary>The range API of Pwned Passwords as it is documented, on this machine: the rest of each hash, a colon, how often it was found.</summary>
public sealed class BreachedApp() : BesideService("Norda:BreachedPasswords:Address")
{
    public const string Stolen = "trzy stare rowery";
    public const string Padding = "cztery nowe rowery";

    public List<string> Asked { get; } = [];

    /// <summary>What the service answers instead of what it knows.</summary>
    public Func<IResult>? Instead { get; set; }

    protected override void Map(WebApplication documented) => documented.MapGet("/range/{prefix}", (string prefix, HttpRequest question) => Answer(prefix, question));

    private IResult Answer(string prefix, HttpRequest question)
    {
        Asked.Add($"{question.Path} {question.Headers["Add-Padding"]}");
        if (Instead is not null)
            return Instead();
        var known = new[] { (Stolen, 3861493), (Padding, 0) }.Select(k => (Hash: Hash(k.Item1), k.Item2)).Where(k => k.Hash.StartsWith(prefix, StringComparison.Ordinal)).Select(k => $"{k.Hash[5..]}:{k.Item2}");
        return Results.Text(string.Join("\r\n", ["0018A45C4D1DEF81644B54AB7F969B88D65:1", .. known, "011053FD0102E94D6AE2F8B83D76FAF94F6:0"]));
    }

    [SuppressMessage("Security", "CA5350", Justification = "The documented API is by SHA-1.")]
    public static string Hash(string password) => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
}

/// <summary>Gustaw wants a password that thieves have on a list.</summary>
public sealed class BreachedPasswordsTests(BreachedApp app) : IClassFixture<BreachedApp>
{
    [Fact]
    public async Task A_stolen_password_is_refused_beside_its_field_and_only_five_digits_of_its_hash_leave_the_house()
    {
        var page = await (await app.Client().Register("gustaw@wycieki.example", password: BreachedApp.Stolen)).Page();

        Assert.Contains("wyciekło", page.QuerySelector("#Form_Password")!.Closest(".field")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/range/{BreachedApp.Hash(BreachedApp.Stolen)[..5]} true", app.Asked);
        Assert.All(app.Asked, question => Assert.Equal("/range/12345 true".Length, question.Length));
    }

    [Fact]
    public async Task Padding_of_the_answer_is_no_finding() =>
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().Register("gizela@wycieki.example", password: BreachedApp.Padding)).StatusCode);

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(0)]
    public async Task A_list_that_does_not_answer_keeps_nobody_out(int status)
    {
        app.Instead = () => status == 0 ? Results.Text(new string('x', 300_000)) : Results.StatusCode(status);
        var answer = await app.Client().Register($"gerard{status}@wycieki.example", password: BreachedApp.Stolen);
        app.Instead = null;

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
