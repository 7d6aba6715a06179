/**
 * HTTP to services that the deployment or its tenants have chosen, repeated where that helps. What requests and answers mean is known by
 * the rooms of the services alone.
 */
package io.tapedeck.rest;
