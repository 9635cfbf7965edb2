using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Directory;
using Norda.Features.Directory.Links;

namespace Norda.Tests.Jobs;

/// <summary>A real server stands for the world; only the guard that refuses this machine is taken away, and once it is not.</summary>
public sealed class LinkTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/ok", "ok", true)]
    [InlineData("/hop", "ok", true)]
    [InlineData("/404", "404", false)]
    [InlineData("/403", "403", null)]
    [InlineData("/500", "500", null)]
    [InlineData("/loop", "redirect_loop", false)]
    [InlineData("/large", "too_large", null)]
    public async Task An_answer_is_read_for_what_it_says(string path, string status, bool? lives)
    {
        await using var world = await World();
        await using var open = await Unguarded();

        Assert.Equal((status, lives), await Probe(open.Services, world.Urls.First() + path));
    }

    [Fact]
    public async Task This_machine_and_this_network_are_not_asked()
    {
        var asked = 0;
        await using var world = await World(() => asked++);
        var port = new Uri(world.Urls.First()).Port;
        foreach (var address in (string[])[$"http://127.0.0.1:{port}/ok", $"http://localhost:{port}/ok", $"http://[::1]:{port}/ok", $"http://2130706433:{port}/ok", $"http://0.0.0.0:{port}/ok", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "file:///etc/passwd"])
            Assert.False((await Probe(app.Services, address)).Lives);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task The_job_notes_what_it_found_and_a_dead_profile_leaves_the_page()
    {
        await using var world = await World();
        await using var open = await Unguarded();
        var firm = await app.Firm("Kawiarnia Linki", more: f =>
        {
            f.SocialProfiles.Add(new SocialProfile { Platform = "facebook", Url = world.Urls.First() + "/404" });
            f.SocialProfiles.Add(new SocialProfile { Platform = "linkedin", Url = world.Urls.First() + "/ok" });
        });

        await using (var scope = open.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<CheckLinks>().Run(CancellationToken.None);

        var profiles = await app.Db(db => db.Set<SocialProfile>().Where(p => p.CompanyId == firm.Id).OrderBy(p => p.Platform).Select(p => new { p.CheckStatus, p.IsValid, p.LastCheckedAt }).ToListAsync());
        Assert.Equal([("404", (bool?)false), ("ok", true)], profiles.Select(p => (p.CheckStatus!, p.IsValid)));
        Assert.All(profiles, p => Assert.NotNull(p.LastCheckedAt));
    }

    private static async Task<(string Status, bool? Lives)> Probe(IServiceProvider services, string address)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProbeLink>().Run(address, CancellationToken.None);
    }

    private Task<Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program>> Unguarded() => app.Changed(host => host.ConfigureTestServices(services =>
        services.AddHttpClient(ProbeLink.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })));

    private static async Task<WebApplication> World(Action? asked = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var world = builder.Build();
        world.Use((http, next) =>
        {
            asked?.Invoke();
            return next(http);
        });
        world.MapGet("/ok", () => "dzień dobry");
        world.MapGet("/hop", () => Results.Redirect("/ok"));
        world.MapGet("/loop", () => Results.Redirect("/loop"));
        world.MapGet("/large", (HttpResponse response) =>
        {
            response.ContentLength = 3 * 1024 * 1024;
            return response.Body.WriteAsync(new byte[3 * 1024 * 1024]).AsTask();
        });
        world.MapGet("/{status:int}", (int status) => Results.StatusCode(status));
        await world.StartAsync();
        return world;
    }
}
