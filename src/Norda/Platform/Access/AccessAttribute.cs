using Microsoft.AspNetCore.Authorization;

namespace Norda.Platform.Access;

/// <summary>Every endpoint carries its resource and action; <see cref="AccessTable"/> says who may.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AccessAttribute(Resource resource, Act act) : Attribute, IAuthorizeData
{
    public Resource Resource { get; } = resource;
    public Act Act { get; } = act;
    public string? Policy { get; set; } = AccessPolicies.NameOf(resource, act);
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }
}

public static class AccessEndpoints
{
    extension<T>(T endpoint) where T : IEndpointConventionBuilder
    {
        public T Requires(Resource resource, Act act) => endpoint.RequireAuthorization(new AccessAttribute(resource, act));
    }
}
