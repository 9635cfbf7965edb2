using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Features.Notifications.Push;

namespace Norda.Tests.Notifications;

/// <summary>A real server stands for the browsers' push servers; the browser's half of the cipher is written here once more.</summary>
public sealed class PushTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void The_example_of_the_RFC_comes_out_to_the_letter()
    {
        using var sender = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256, D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = PushPoint.Read(Base64Url.DecodeFromChars("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
        });

        var message = PushMessage.Seal("When I grow up, I want to be a watermelon"u8.ToArray(),
            Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg"), sender, Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(message));
    }

    [Fact]
    public async Task A_notice_reaches_the_device_sealed_and_signed_and_once()
    {
        await using var world = await PushServer.Start();
        await using var open = await Unguarded();
        var anna = await app.Person("Anna");
        using var browser = await Subscribe(anna, world.Address + "/anna");
        await app.Tell(anna, Telling.Of("na telefon") with { Message = "Zażółć gęślą jaźń." });

        Assert.Equal(1, await Send(open));
        Assert.Equal(0, await Send(open));

        var call = Assert.Single(world.Calls);
        var shown = JsonDocument.Parse(browser.Open(call.Body)).RootElement;
        Assert.Equal(("Wieść na telefon", "Zażółć gęślą jaźń.", "/katalog"), (shown.GetProperty("title").GetString(), shown.GetProperty("body").GetString(), shown.GetProperty("url").GetString()));
        Assert.Equal(("aes128gcm", "86400"), (call.Encoding, call.Ttl));
        AssertSigned(call.Authorization, world.Address);
    }

    [Fact]
    public async Task A_browser_that_is_gone_is_forgotten_and_one_that_is_away_is_not()
    {
        await using var world = await PushServer.Start();
        await using var open = await Unguarded();
        var anna = await app.Person("Anna");
        foreach (var status in (int[])[404, 410, 503, 201])
            (await Subscribe(anna, $"{world.Address}/status/{status}")).Dispose();
        await app.Tell(anna, "do wszystkich");

        Assert.Equal(1, await Send(open));

        Assert.Equal(["201", "503"], await app.Db(db => db.Set<PushSubscription>().Where(d => d.UserId == anna.Id).Select(d => d.Endpoint.Substring(d.Endpoint.Length - 3)).OrderBy(s => s).ToListAsync()));
    }

    [Fact]
    public async Task Quiet_hours_hold_back_and_a_night_is_summed_up()
    {
        await using var world = await PushServer.Start();
        await using var open = await Unguarded();
        var anna = await app.Person("Anna");
        using var browser = await Subscribe(anna, world.Address + "/noc");
        await app.Quiet(anna, 21, 7);
        app.GoTo("Wed 22:00");
        for (var i = 0; i < 5; i++)
            await app.Tell(anna, $"noc {i}");

        Assert.Equal(0, await Send(open));
        app.GoTo("Thu 07:00");
        Assert.Equal(1, await Send(open));

        Assert.Equal("Nowe powiadomienia: 5", JsonDocument.Parse(browser.Open(Assert.Single(world.Calls).Body)).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Neither_what_was_read_on_the_page_is_shown_nor_anything_to_whom_the_office_kept_out()
    {
        await using var world = await PushServer.Start();
        await using var open = await Unguarded();
        var anna = await app.Person("Anna");
        (await Subscribe(anna, world.Address + "/czyta")).Dispose();
        await app.Tell(anna, "przeczytana");
        await (await app.As(anna)).PostAsync($"/api/v1/notifications/{(await app.Told(anna))[0].Id}/read", null);
        var bartek = await app.Person("Bartek");
        (await Subscribe(bartek, world.Address + "/wylaczony")).Dispose();
        await app.Tell(bartek, "po wyłączeniu");
        await app.Db(db => db.Users.Where(u => u.Id == bartek.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));

        await Send(open);

        Assert.Empty(world.Calls);
    }

    [Fact]
    public async Task This_machine_is_not_asked_whatever_a_browser_says()
    {
        await using var world = await PushServer.Start();
        var anna = await app.Person("Anna");
        (await Subscribe(anna, world.Address + "/wewnatrz")).Dispose();
        await app.Tell(anna, "do środka");

        Assert.Equal(0, await app.Run<SendPush, int>(verb => verb.Run(CancellationToken.None)));
        Assert.Empty(world.Calls);
    }

    [Fact]
    public async Task A_device_is_added_from_its_page_and_taken_off_it()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);
        var page = await (await browser.GetAsync("/konto/powiadomienia")).Page();
        using var device = new Device();

        var key = JsonDocument.Parse(await (await Post(browser, page, "Key", [])).Content.ReadAsStringAsync()).RootElement.GetProperty("key").GetString()!;
        Assert.Equal(65, Base64Url.DecodeFromChars(key).Length);
        Assert.Equal(HttpStatusCode.OK, (await Post(browser, page, "Device", new() { ["endpoint"] = "https://push.example/abc", ["p256dh"] = device.P256dh, ["auth"] = device.Auth })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(browser, page, "Device", new() { ["endpoint"] = "https://push.example/abc", ["p256dh"] = device.P256dh, ["auth"] = device.Auth })).StatusCode);
        foreach (var (endpoint, p256dh, auth) in new[] { ("http://push.example/x", device.P256dh, device.Auth), ("nie adres", device.P256dh, device.Auth), ("https://push.example/x", "AAAA", device.Auth), ("https://push.example/x", device.P256dh, "AAAA") })
            Assert.Equal(HttpStatusCode.BadRequest, (await Post(browser, page, "Device", new() { ["endpoint"] = endpoint, ["p256dh"] = p256dh, ["auth"] = auth })).StatusCode);

        Assert.Single(await Devices(anna));
        await browser.Press("/konto/powiadomienia", "Wyłącz na tym urządzeniu");
        Assert.Empty(await Devices(anna));
        Assert.DoesNotContain("PRIVATE", await app.Db(db => db.Set<PushKey>().Select(k => k.PrivateKey).SingleAsync()), StringComparison.Ordinal);
    }

    private static void AssertSigned(string authorization, string audience)
    {
        var (token, key) = authorization["vapid ".Length..].Split(", ") is [var t, var k] ? (t["t=".Length..], Base64Url.DecodeFromChars(k.AsSpan("k=".Length))) : throw new FormatException(authorization);
        var parts = token.Split('.');
        using var verifier = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = PushPoint.Read(key) });
        Assert.True(verifier.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256));
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        Assert.Equal(audience, claims.GetProperty("aud").GetString());
        Assert.Equal("ES256", JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement.GetProperty("alg").GetString());
        Assert.True(claims.TryGetProperty("exp", out _) && claims.TryGetProperty("sub", out _));
    }

    private async Task<Device> Subscribe(User person, string endpoint)
    {
        var device = new Device();
        await app.Db(async db =>
        {
            db.Add(new PushSubscription { UserId = person.Id, Endpoint = endpoint, P256dh = device.P256dh, Auth = device.Auth });
            await db.SaveChangesAsync();
        });
        return device;
    }

    private Task<List<PushSubscription>> Devices(User person) => app.Db(db => db.Set<PushSubscription>().Where(d => d.UserId == person.Id).ToListAsync());

    private static async Task<int> Send(WebApplicationFactory<Program> open)
    {
        await using var scope = open.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendPush>().Run(CancellationToken.None);
    }

    private static Task<HttpResponseMessage> Post(HttpClient browser, AngleSharp.Dom.IDocument page, string handler, Dictionary<string, string> fields) =>
        browser.PostAsync($"/konto/powiadomienia?handler={handler}", new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!))));

    private Task<WebApplicationFactory<Program>> Unguarded() => app.Changed(host => host.ConfigureTestServices(services =>
        services.AddHttpClient(SendPush.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })));

    /// <summary>A browser's keys, and how it reads what was sealed for it.</summary>
    private sealed class Device : IDisposable
    {
        private readonly ECDiffieHellman key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        private readonly byte[] secret = RandomNumberGenerator.GetBytes(16);

        public string P256dh => Base64Url.EncodeToString(Point);
        public string Auth => Base64Url.EncodeToString(secret);

        private byte[] Point => key.ExportParameters(false).Q is var q ? [4, .. q.X!, .. q.Y!] : [];

        public string Open(byte[] message)
        {
            var (salt, sender, body) = (message[..16], message[21..86], message[86..]);
            Assert.Equal((4096, 65), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(message.AsSpan(16)), message[20]));
            using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
            var prk = HMACSHA256.HashData(secret, key.DeriveRawSecretAgreement(theirs.PublicKey));
            var ikm = HMACSHA256.HashData(prk, (byte[])[.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. Point, .. sender, 1]);
            var salted = HMACSHA256.HashData(salt, ikm);
            var (cek, nonce) = (HMACSHA256.HashData(salted, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0\u0001"))[..16], HMACSHA256.HashData(salted, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0\u0001"))[..12]);
            var plain = new byte[body.Length - 16];
            using var aes = new AesGcm(cek, 16);
            aes.Decrypt(nonce, body[..^16], body[^16..], plain);
            Assert.Equal(2, plain[^1]);
            return Encoding.UTF8.GetString(plain[..^1]);
        }

        public void Dispose() => key.Dispose();
    }

    private sealed record Call(byte[] Body, string Authorization, string Encoding, string Ttl);

    private sealed class PushServer(WebApplication world) : IAsyncDisposable
    {
        public ConcurrentBag<Call> Calls { get; } = [];

        public string Address => world.Urls.First();

        public static async Task<PushServer> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var server = new PushServer(builder.Build());
            server.Map();
            await server.StartWorld();
            return server;
        }

        private Task StartWorld() => world.StartAsync();

        private void Map()
        {
            world.MapPost("/status/{status:int}", (int status) => Results.StatusCode(status));
            world.MapPost("/{**path}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                Calls.Add(new Call(body.ToArray(), request.Headers.Authorization.ToString(), request.Headers.ContentEncoding.ToString(), request.Headers["TTL"].ToString()));
                return Results.StatusCode(StatusCodes.Status201Created);
            });
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }
}
