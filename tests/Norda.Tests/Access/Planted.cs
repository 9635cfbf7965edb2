using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Norda.Tests.Access;

/// <summary>Adds an endpoint of a careless developer to the running application: no resource, no action.</summary>
internal sealed class Planted : IStartupFilter
{
    public const string Address = "/podrzucony";

    public static Task<WebApplicationFactory<Program>> In(TestApp app) =>
        app.Changed(host => host.ConfigureTestServices(services => services.AddTransient<IStartupFilter, Planted>()));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => pipeline =>
    {
        next(pipeline);
        var routes = (IEndpointRouteBuilder)pipeline.Properties["__EndpointRouteBuilder"]!;
        routes.MapGet(Address, () => Results.Text("tajne"));
    };
}
