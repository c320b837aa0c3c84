/**
 * What a sheet of places says of itself, as a picture, since a function has no fonts: "Extraits de pages de soins, lus une
 * deuxième fois, de gauche à droite et de haut en bas, chaque bande pour elle seule, sans celles qui l’entourent." (Roboto)
 *
 * A few numbers look like text both ways up; with some words above them no OCR turns the sheet.
 */
export const SHEET_CAPTION = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAAjAAAABeAQMAAAAHXrwvAAAABlBMVEX///8AAABVwtN+AAAACXBIWXMAAAsSAAALEgHS3X78AAAG',
    'fUlEQVRYw+2Yz2/jxhXHH0VhqAADkXsbo4rEIv/ACD5EC3BDGi16zb8wWgLNJQcHPURBgBVlLqgLESe3nDb/QoD+A2RpyDko6T+w',
    'B+4K2F564PZQ6ECIeY+Ss5Isu7vZDdoCHhgDeUx/oPm+n3wAd+tuvc4Su7/qFe1agBvfOrbq3aMt+OVQ1puqP492Hgd9BTpiooMY',
    'dQgjN3/axdQ/wA5i4ABm+4u+DQYOY+TffwzT78JEm7fhw2Bk2AMD9K8d6Gq5PzABHvMu2P7IAON7R/Qj6fwuC0ba0sHjHcylef5s',
    'auR66QZOWnbyVS8xi0fgGoU/7yWIcRHztD4kzKPup0kJ+Yq7wTbmKGzzfsQl6wwDOYzEMJKKywyGXwk/koQZBrbPZNKRmZBz3AbD',
    'CE4yPN621JHOATEW5yqRislhKD0hJ6Bijv/sIUbVGCX6oZA/0OYzOJnEahtTmmsMcO4lUjL5e12AuDcJFEfMgLRReClmI2Yi5Ig2',
    'v0GY0x1tmM6Nl5ERcF4hZiWPqx5iqsBpIaZHGIcw49zqV0JK2vwVnGjxR/sY1AbyGoMSHld6Io4qMAijkzbGYYyxIzFeCg0AkvME',
    '5DGTH6CLinsBaKQNEEYjbRSIfkCXws0HupS2ZynCtEhiQPEk2gtlCMAjjK3gcccL7AWTa8z8FcZL9jGf1QZXgfTbYnhGBk9rg5Ol',
    'InIExKD5UjI4bsMzMviOpVYym5svw/NCd9zATVc9cr/26RjG0wIlnsHUGQf3FwwPi4q/jCRqM1yBh+4XbycKlc6Nb0IKBhOD4V+G',
    '7ZjBVTAwk0E470LXZ0ZgfO0Yf2XSEVKNwMNg4DclIwo+e+eE3ZK6bsWod4KxdjHN10+kO5he8vaJGjHbvnm37tb/x2LbESLryNwU',
    'WUySrwKz9R9CbAcj1pikDt8rjHxjTGudJ94WA78a86LOjkI6RwkmTjB9VRwXI3BceDDJ2anZYCWMjoP3cgdrltksuto/VVLsUzRK',
    '4MVKyDHmchhDb7EoJXYMjziMw8Io3TMswKWD7cTYyMGdLse6o9LlPkZvCyWoVcg61EVgKQmxukSQccgiYXD5Nya1aKD4IOMSTmfY',
    'cHRUdi19MmoVpI5l/tt+iHJgwWMybcCEQxojBhCj4zNcaNwCNWthMVWzmzGBqDE2YTJdm8QwiVusWWMaawzqz3iNaV7HuLkl3RpT',
    'gRuoGlNpVaxNzpesaRJmJVVLuJhePcZ7iLksD2MWG8xwg1lpFV9jBr9gFpCD1+Sf3YChGh/WmADSzaXwdhwvBaypCAN0qRQdCDEp',
    'XQpuxKDEhJGvMOka095gwhZK/McbMHp7oDr9rIU272eQIUZHg59BipgIJT7N2lKjHkNksQR1wZ+Rwa9JrD2hTrVqF2Mh0f2C9xda',
    'KQv8ZMLnU9TGzZ50NNTGPK3OXwbuYz4Oy+OsPBgM33+xjgdwAtOHQp5iMBh1MDS7Jy86MJLqvfx+mAZmkzuTefd6MFzr4m9Zmy7t',
    '1kbi7TGt18Tot/cjZv5GafcmzBs2EfyugN2t/63VeDVFWGdDccBVrU3LbTH5LjCSMFcvdexXY+A3x4xMfWTie9YTLfEuEpOJDr2Q',
    'pTFOJ0ZGSPOKZGAlBfUazGL26MNpXtgPVf5xbzsv6GUve9rLS/iHUXiXSS8SY3DDIo3xqVUv+wkTfr6ysqULRwvEaOWDLFza/mL5',
    '5XS3wMiM0dAhi4U3AzkT2FdEIo1lokU0pFD4km7RQELWmEgOpxxrInYWOxgGf8CX5gb1D4ix/yTSQMWIsT3tDOjVV9wLrRm+5iq6',
    'FDYXw4ghhqsDGF+HybccMerPYhKc8lYaK6Ul4DdwXqHphIEdTHOvdDaYmeFxVWMuYPziqAo+MpdpPM5haS4aOK/QK+uydDaYlRw+',
    'ZvZDs/T2MAPCrK4wM8QY54RJoCv8Bs4raoxxOwa/JV0KNhjFjmg6gUop8hKcsCihgzVDb1ljoL7UQw77GDurMSjxCWFEAt68xmg6',
    'YiSNPRDj7WCes2sYmj/g0AENPrwAiZYCFaHEEi0lF9Su9c+syyuD67XB5XPW2sM8dRfsfexlK6P4ywX0ZuR+0+UnMU4nVj2UeON+',
    '46D37Am5nxwulvef60svi3eCoY2TCJuCIXcuAIOhS8HwIMbpxMj8oIHzisSpg6Gt/m0xai7yovsQil3MgSnhTWMF9Tr56xqm+W4w',
    '/N1g4L+JuVu/0foZPcKxMrWGeNYAAAAASUVORK5CYII=',
  ].join(''),
  'base64',
);
