using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Norda.Tests;

/// <summary>The application beside a real HTTP server that answers as a service of somebody else documents it.</summary>
public abstract class BesideService(string setting) : TestApp
{
    private WebApplication? service;

    public override async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        service = builder.Build();
        Map(service);
        await service.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await service!.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract void Map(WebApplication documented);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting(setting, service!.Urls.First());
    }
}
